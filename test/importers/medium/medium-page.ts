interface Page {
  readonly title?: string;
  readonly summary?: string;
  readonly body?: string;
  readonly footer?: string;
  readonly tags?: readonly string[];
  readonly date?: string | null;
  readonly canonical?: string | null;
  readonly author?: string | null;
}

/** A page as Medium's export has it, with a post of this number in it. */
export function mediumPage(number: string, page: Page = {}): string {
  const { title = `Post ${number}`, summary, tags = [], date = '2020-01-02T03:04:05.678Z' } = page;
  const { canonical = `https://medium.com/@jo/post-${number}`, author = 'Jo Doe' } = page;
  const body =
    page.body ??
    `<h3 name="a1b2" id="a1b2" class="graf graf--h3 graf--leading graf--title">${title}</h3><p class="graf graf--p">Text of ${number}.</p>`;
  const time =
    date === null
      ? ''
      : `<a href="https://medium.com/p/${number}"><time class="dt-published" datetime="${date}">then</time></a>`;
  const by =
    author === null ? '' : `By <a href="https://medium.com/@jo" class="p-author h-card">${author}</a> on`;
  const tagged = tags.map(
    (tag) => `<a href="https://medium.com/tag/${tag.toLowerCase()}" class="p-tag">${tag}</a>`,
  );
  return [
    `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}</title>`,
    `<style>p { margin: 0 }</style></head><body><article class="h-entry"><header><h1 class="p-name">${title}</h1></header>`,
    summary === undefined ? '' : `<section data-field="subtitle" class="p-summary">\n${summary}\n</section>`,
    `<section data-field="body" class="e-content">`,
    `<section name="x" class="section section--body section--first"><div class="section-divider"><hr class="section-divider"></div>`,
    `<div class="section-content"><div class="section-inner sectionLayout--insetColumn">${body}</div></div></section></section>`,
    `<footer>${tagged.length > 0 ? `<p class="p-tags">Tagged in ${tagged.join(', ')}</p>` : ''}<p>${by} ${time}.</p>`,
    canonical === null ? '' : `<p><a href="${canonical}" class="p-canonical">Canonical link</a></p>`,
    `<p>Exported from <a href="https://medium.com">Medium</a> on June 3, 2024.</p>${page.footer ?? ''}</footer></article></body></html>`,
  ].join('\n');
}

/** Whose export it is, with what of it nobody may see. */
export const profilePage = `<!DOCTYPE html><html><head><title>Jo Doe</title></head><body><section class="h-card">
<h3 class="p-name">Jo Doe</h3><img class="u-photo" src="https://cdn-images-1.medium.com/jo.jpeg">
<ul><li><b>Profile:</b> <a class="u-url" href="https://medium.com/@jo">@jo</a></li>
<li><b>Email address:</b> canary@mail.example</li><li><b>Medium user ID:</b> canary12</li></ul>
<ul><li><b>Twitter:</b> <a href="https://twitter.com/jo_doe">@jo_doe</a></li><li><b>Google email:</b> canary@mail.example</li></ul>
</section></body></html>`;
