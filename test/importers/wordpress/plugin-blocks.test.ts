/** Blocks of plugins that show what they hold in a way of their own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { item, wxr } from './wxr-text.ts';

async function read(content: string) {
  const { post, said } = await readWxr(wxr(item({ content })));
  return { markdown: post(1).markdown.trim(), said };
}

test('lists of posts and buttons to share, of any plugin, show nothing here, and nothing is told', async () => {
  const { markdown, said } = await read(`<!-- wp:paragraph -->
<p>Words.</p>
<!-- /wp:paragraph -->

<!-- wp:some/query-loop {"id":"1"} -->
<div><!-- wp:some/headline {"dynamic":"post-title"} -->
<h3>Title of a post</h3>
<!-- /wp:some/headline --></div>
<!-- /wp:some/query-loop -->

<!-- wp:other/posts {"id":"2"} -->
<div><h3><a href="!#link!#">!#title!#</a></h3></div>
<!-- /wp:other/posts -->

<!-- wp:jetpack/related-posts /-->

<!-- wp:jetpack/sharing-buttons -->
<ul><!-- wp:jetpack/sharing-button {"service":"mail","label":"Mail"} /--></ul>
<!-- /wp:jetpack/sharing-buttons -->`);
  assert.equal(markdown, 'Words.');
  assert.deepEqual(said, []);
});

test('titles of panels that open are told from what is in them', async () => {
  const { markdown } = await read(`<!-- wp:some/accordion -->
<div><!-- wp:some/pane -->
<div><button type="button"><span class="title-wrap"><span class="some-accordion-title">When?</span></span></button><div class="panel"><!-- wp:paragraph -->
<p>At noon.</p>
<!-- /wp:paragraph --></div></div>
<!-- /wp:some/pane --></div>
<!-- /wp:some/accordion -->

<!-- wp:other/faq-child {"question":"Where?"} -->
<div><div class="other-faq-questions"><span class="other-icon"><svg viewBox="0 0 1 1"></svg></span><span class="other-question">Where?</span></div><div class="other-faq-content"><p>Here.</p></div></div>
<!-- /wp:other/faq-child -->

<!-- wp:third/accordion-item -->
<div class="head"><span><a href="#"><span class="third-accordion__header-title">Who?</span></a></span></div><div><p>We.</p></div>
<!-- /wp:third/accordion-item -->

<!-- wp:fourth/faq -->
<div><h3><span class="fourth-question">How?</span></h3><p>So.</p></div>
<!-- /wp:fourth/faq -->`);
  assert.equal(
    markdown,
    '**When?**\n\nAt noon.\n\n**Where?**\n\nHere.\n\n**Who?**\n\nWe.\n\n### How?\n\nSo.',
  );
});

test('a list with icons of Spectra is a list', async () => {
  const child = (label: string, link = ''): string =>
    `<!-- wp:uagb/icon-list-child {"icon":"circle"} -->
<div class="wp-block-uagb-icon-list-child">${link}<span class="uagb-icon-list__source-wrap"><svg viewBox="0 0 1 1"></svg></span><span class="uagb-icon-list__label">${label}</span></div>
<!-- /wp:uagb/icon-list-child -->`;
  const items = [
    child('Boats <strong>and</strong> nets'),
    child('Ropes', '<a target="_self" href="https://a.example/ropes"> </a>'),
    child('Sails', '<a target="_self" href="#"> </a>'),
  ];
  const { markdown } = await read(`<!-- wp:uagb/icon-list {"gap":0} -->
<div class="wp-block-uagb-icon-list"><div class="uagb-icon-list__wrap">${items.join('\n\n')}</div></div>
<!-- /wp:uagb/icon-list -->`);
  assert.equal(markdown, '- Boats **and** nets\n- [Ropes](https://a.example/ropes)\n- Sails');
});
