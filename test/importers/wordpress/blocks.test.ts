import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { attachment, item, wxr } from './wxr-text.ts';

const paragraph = (text: string, settings = ''): string =>
  `<!-- wp:paragraph ${settings}-->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;

async function read(content: string, others = '') {
  const { post, said } = await readWxr(wxr(item({ content }) + others));
  return { markdown: post(1).markdown.trim(), said };
}

test('a shared block shows with the words that its post gives it; one that is missing is told', async () => {
  const pattern = item({
    id: 70,
    type: 'wp_block',
    content: `${paragraph('Usual.', '{"metadata":{"name":"Lead"}} ')}\n\n${paragraph('For all.')}`,
  });
  const { markdown, said } = await read(
    '<!-- wp:block {"ref":70} /-->\n\n<!-- wp:block {"ref":70,"content":{"Lead":{"content":"Its <em>own</em>."}}} /-->\n\n<!-- wp:block {"ref":71} /-->',
    pattern,
  );
  assert.equal(markdown, 'Usual.\n\nFor all.\n\nIts *own*.\n\nFor all.');
  assert.deepEqual(said, [
    'warning: 1 post shows something that the export does not hold (shared block): “Post 1”',
  ]);
});

test('shared blocks that hold themselves end', async () => {
  const { markdown } = await read(
    `${paragraph('Before.')}<!-- wp:block {"ref":70} /-->`,
    item({ id: 70, type: 'wp_block', content: '<!-- wp:block {"ref":70} /--><!-- wp:block {"ref":70} /-->' }),
  );
  assert.equal(markdown, 'Before.');
});

test('galleries of pictures that the export does not hold are told', async () => {
  const { markdown, said } = await read(
    '[gallery ids="5,6"]\n\n<!-- wp:gallery {"ids":[5]} /-->',
    attachment(5) + item({ id: 2, content: '[gallery]' }),
  );
  assert.equal(markdown.match(/image-5\.jpg/g)?.length, 2);
  assert.deepEqual(said, [
    'warning: 2 posts show something that the export does not hold (picture): “Post 1”, “Post 2”',
  ]);
});

test('code of highlighters keeps its language', async () => {
  const { markdown } = await read(
    `<!-- wp:syntaxhighlighter/code {"language":"php"} -->
<pre class="wp-block-syntaxhighlighter-code">echo 1;</pre>
<!-- /wp:syntaxhighlighter/code -->

<!-- wp:enlighter/codeblock {"language":"js"} -->
<pre class="EnlighterJSRAW" data-enlighter-language="js">let a;</pre>
<!-- /wp:enlighter/codeblock -->`,
  );
  assert.equal(markdown, '```php\necho 1;\n```\n\n```js\nlet a;\n```');
});

test('a file is one link; the sign on an accordion goes', async () => {
  const { markdown } = await read(
    `<!-- wp:file -->
<div class="wp-block-file"><object class="wp-block-file__embed" data="https://blog.example/r.pdf" type="application/pdf"></object><a href="https://blog.example/r.pdf">Report</a><a href="https://blog.example/r.pdf" class="wp-block-file__button" download>Download</a></div>
<!-- /wp:file -->

<!-- wp:accordion-heading -->
<h3 class="wp-block-accordion-heading"><button type="button"><span class="wp-block-accordion-heading__toggle-title">Why?</span><span class="wp-block-accordion-heading__toggle-icon" aria-hidden="true">+</span></button></h3>
<!-- /wp:accordion-heading -->`,
  );
  assert.equal(markdown, '[Report](https://blog.example/r.pdf)\n\n### Why?');
});

test('a block that nobody closed does not take along what follows', async () => {
  const { markdown } = await read(
    `<!-- wp:more -->\n<!--more-->\n\n${paragraph('After.')}\n\n<!-- wp:latest-posts -->\n\n${paragraph('Last.')}`,
  );
  assert.match(markdown, /After\.\n\nLast\.$/);
});

test('an address by itself in a block is a link, as WordPress would show what is there', async () => {
  const { markdown, said } = await read(
    `${paragraph('https://video.example/1?a=1&amp;b=2')}

<!-- wp:some/pin {"url":"https://pin.example/2"} -->
https://pin.example/2
<!-- /wp:some/pin -->

<!-- wp:some/film -->
<figure><div class="wrapper">
https://film.example/3
</div></figure>
<!-- /wp:some/film -->

${paragraph('<a href="https://link.example/4">\nhttps://link.example/4\n</a>')}

${paragraph('In words: https://words.example/5')}

<!-- wp:code -->
<pre class="wp-block-code"><code>first
https://code.example/6</code></pre>
<!-- /wp:code -->`,
  );
  assert.equal(
    markdown,
    '<https://video.example/1?a=1&b=2>\n\n<https://pin.example/2>\n\n<https://film.example/3>\n\n<https://link.example/4>\n\nIn words: https\\://words.example/5\n\n```\nfirst\nhttps://code.example/6\n```',
  );
  assert.deepEqual(said, []);
});
