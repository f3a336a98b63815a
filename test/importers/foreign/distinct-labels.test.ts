/** Pieces of one body that name their footnotes and links alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../../src/domain/render-body.ts';
import { foreignMarkdown } from '../../../src/importers/foreign/foreign-markdown.ts';

async function html(...texts: readonly string[]): Promise<string> {
  const pieces = texts.map((text) => ({ format: 'markdown', text }) as const);
  return (await renderBody(foreignMarkdown(pieces, (to) => to))).html;
}

test('the addresses of links stay those of their own piece, in every way of writing one', async () => {
  const piece = (path: string): string =>
    `[full][a b], [A  B][], [a B] and ![image][A b]\n\n[a b]: /${path} "T"\n[same]: /${path}`;
  const written = await html(piece('one'), piece('two'), '[x][a b-2]\n\n[a b-2]: /three');
  assert.deepEqual(
    [...written.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address),
    ['/one', '/one', '/one', '/one', '/two', '/two', '/two', '/two', '/three'],
  );
});

test('footnotes stay those of their own piece', async () => {
  const written = await html(
    'One[^1] and[^note].\n\n[^1]: First.\n[^note]: Noted.',
    'Two[^1].\n\n[^1]: Second.',
  );
  assert.match(written, /First\.[^]*Noted\.[^]*Second\./);
  assert.equal(written.match(/data-footnote-ref/g)?.length, 3);
});

test('a piece alone, and pieces without names in common, stay as they are', () => {
  const one = { format: 'markdown', text: '[a]\n\n[a]: /one\n[a]: /two' } as const;
  assert.equal(
    foreignMarkdown(one, (to) => to),
    one.text,
  );
  const other = { format: 'markdown', text: '[^a]\n\n[^a]: x' } as const;
  assert.equal(
    foreignMarkdown([one, other], (to) => to),
    `${one.text}\n\n${other.text}`,
  );
});
