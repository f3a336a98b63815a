/**
 * Hostile Markdown and HTML. What comes out is parsed again, as a browser would parse it, and the tree is
 * judged: a pattern over text would miss what only a parser sees. hostile-bodies.test.ts shows them to a browser.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { renderBody } from '../../src/domain/render-body.ts';
import { hostileBodies } from '../support/hostile-bodies.ts';

const parser = unified().use(rehypeRaw).freeze();

const parse = (html: string): Root =>
  parser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] });

const forbidden =
  /^(?:script|style|iframe|frame|frameset|object|embed|applet|form|button|select|textarea|svg|math|base|meta|link|template|video|audio|source|body|html|head|isindex|keygen|portal|noscript|title|xmp|plaintext)$/;

/** What in a tree could act. */
function threats(node: Nodes): string[] {
  if (node.type === 'comment' || node.type === 'doctype') return [node.type];
  const found: string[] = [];
  if (node.type === 'element') {
    if (forbidden.test(node.tagName)) found.push(`<${node.tagName}>`);
    if (node.tagName === 'input' && node.properties.type !== 'checkbox') found.push('<input>');
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on|^style$|^srcdoc$|^srcset$|^formaction$|^background$|^xlink/i.test(name)) found.push(name);
      if (/^(?:href|src|cite|action|data|poster)$/i.test(name) && !isHarmless(String(value))) {
        found.push(`${name}=${String(value)}`);
      }
    }
  }
  return 'children' in node ? [...found, ...node.children.flatMap(threats)] : found;
}

function isHarmless(url: string): boolean {
  const { protocol } = new URL(url, 'https://blog.example/');
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol);
}

const vectors: readonly string[] = Object.values(hostileBodies).flat();

test('the judge sees what there is to see', () => {
  const acting = '<img src=x onerror=y><a href="java\nscript:x">x</a><p style="x"><svg></svg><!-- x --></p>';
  assert.deepEqual(threats(parse(acting)), ['onError', 'href=java\nscript:x', 'style', '<svg>', 'comment']);
});

test('nothing of what is known to run script comes out able to', async () => {
  for (const vector of vectors) {
    for (const body of [vector, `text ${vector} text`, `- ${vector}`, `<div>\n${vector}\n</div>`]) {
      const { html, links, images } = await renderBody(body);
      assert.deepEqual(threats(parse(html)), [], `${body}\n  became\n${html}`);
      assert.ok([...links, ...images].every(isHarmless), body);
    }
  }
});

test('all of them in one body come out harmless too, parsed as often as one likes', async () => {
  const { html } = await renderBody(vectors.join('\n\n'));
  const tree = parse(html);
  assert.deepEqual(threats(tree), []);
  const again = unified().use(rehypeRaw).freeze();
  assert.deepEqual(threats(again.runSync(tree)), []);
});

test('text inside what is dropped is dropped with it, text around it stays', async () => {
  const { html, text } = await renderBody('before <script>alert(1)</script> <b onclick="x">bold</b> after');
  assert.equal(html, '<p>before  <b>bold</b> after</p>');
  assert.equal(text, 'before bold after');
});

test('an author may not borrow the classes of the page', async () => {
  const { html } = await renderBody(
    '<div class="modal admin"><aside class="admonition evil">x</aside></div>',
  );
  assert.equal(html, '<div><aside class="admonition">x</aside></div>');
});
