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

const paragraph = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;

test('titles of panels that only settings say', async () => {
  const { markdown } = await read(`<!-- wp:ub/content-toggle-block {"titleTag":"h3"} -->
<!-- wp:ub/content-toggle-panel-block {"index":0,"panelTitle":"Which \\u003cem\\u003eboats\\u003c/em\\u003e?"} -->
${paragraph('All.')}
<!-- /wp:ub/content-toggle-panel-block -->

<!-- wp:ub/content-toggle-panel-block {"index":1,"panelTitle":"When?"} -->
${paragraph('Now.')}
<!-- /wp:ub/content-toggle-panel-block -->
<!-- /wp:ub/content-toggle-block -->

<!-- wp:some/accordion-item {"title":"Said &amp; shown"} -->
<details><summary>Said &amp; shown</summary>${paragraph('Once.')}</details>
<!-- /wp:some/accordion-item -->`);
  assert.equal(
    markdown,
    '**Which *boats*?**\n\nAll.\n\n**When?**\n\nNow.\n\n<details>\n<summary>Said &amp; shown</summary>\n\nOnce.\n\n</details>',
  );
});

test('tabs stand below each other, each with its title, wherever that is said', async () => {
  const tab = (name: string, settings: string, text: string): string =>
    `<!-- wp:${name} ${settings}-->\n<div>${paragraph(text)}</div>\n<!-- /wp:${name} -->`;
  const listed = `<!-- wp:kadence/tabs {"tabCount":2} -->
<div><ul class="kt-tabs-title-list"><li><a href="#tab-a"><span class="kt-title-text">A &amp; a</span></a></li><li><a href="#tab-b"><span>B</span></a></li></ul>${tab('kadence/tab', '', '1')}${tab('kadence/tab', '', '2')}</div>
<!-- /wp:kadence/tabs -->`;
  const settings = `<!-- wp:ub/tabbed-content-block {"tabsTitle":["C","D"]} -->
${tab('ub/tab-block', '{"index":0} ', '3')}${tab('ub/tab-block', '{"index":1} ', '4')}
<!-- /wp:ub/tabbed-content-block -->`;
  const own = `<!-- wp:tabs -->
<div>${tab('tab', '{"label":"E"} ', '5')}${tab('tab', '{"label":"F"} ', '6')}</div>
<!-- /wp:tabs -->`;
  const alone = tab('some/tab', '{"label":"G"} ', '7');
  const { markdown } = await read([listed, settings, own, alone].join('\n\n'));
  const expected = ['A & a', 'B', 'C', 'D', 'E', 'F', 'G'].map(
    (title, index) => `**${title}**\n\n${index + 1}`,
  );
  assert.equal(markdown, expected.join('\n\n'));
  const strange = await read(
    `<!-- wp:x/tabs -->\n<div><!--tab:%zz-->${paragraph('Stays.')}</div>\n<!-- /wp:x/tabs -->`,
  );
  assert.match(strange.markdown, /Stays\.$/);
});
