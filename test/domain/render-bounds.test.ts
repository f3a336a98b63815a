/** Bodies made to take long, or to overflow: each comes out, or is refused with a word, in a bounded time. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { DomainError } from '../../src/domain/errors.ts';
import { renderBody } from '../../src/domain/render-body.ts';
import { leastCpuMs } from '../support/cpu-time.ts';

const filled = (pattern: string, length: number): string =>
  pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);

before(async () => {
  await renderBody('# warm *up* <b>x</b>\n\n```js\n1\n```');
});

const patterns = [
  ...[
    'a!',
    '*a_',
    '**a',
    '~a',
    '[',
    '![a](',
    '](',
    '[^1]',
    '`',
    '` `` ',
    '&amp',
    '\\',
    '<a b="',
    '<',
    '</A>',
    'a\n',
  ],
  ...['> ', '>', '- ', '1. ', '* 1. ', '# a\n', '|a|b|\n|-|-|\n', '[^1]: a\n', 'a@b.c ', 'http://'],
  ...[
    '{{',
    '{{<',
    '{{< a',
    '{%',
    '{{raw `',
    '{{ "',
    '{/*',
    '{#',
    '{:',
    '{.a=b.c',
    '<A b={',
    '<A b="',
    '<T>\n',
  ],
  ...[
    'import {\n\n',
    'export const a = {\n\n',
    ':::note\n',
    ':::\n',
    '{{< alert >}}\n',
    '{% raw',
    '<Tabs>\n  <Tab>\n',
  ],
  ...[
    '<!--',
    '<pre>',
    '\u0301',
    '👨‍👩‍👧',
    '日本語。',
    '\t ',
    '.code a.go ',
    '{% image "',
    '<div className="x">\n  ',
  ],
];

test('20 KB of any of these take under 3 s', async () => {
  for (const pattern of patterns) {
    const render = () =>
      renderBody(filled(pattern, 20_000)).catch((error: unknown) => {
        assert.ok(error instanceof DomainError, `${pattern}: ${String(error)}`);
      });
    const took = await leastCpuMs(render, 1);
    assert.ok(took < 3000, `${JSON.stringify(pattern)}: ${took} ms`);
  }
});

test('elements in elements without end are refused with a word', async () => {
  await assert.rejects(renderBody(filled('<div>', 100_000)), {
    name: 'DomainError',
    message: 'The body nests its blocks too deeply to be rendered.',
  });
});

test('what is taken for text as a whole loses nothing of it', async () => {
  const attack = filled('*a_ <b>& ', 9000).trim();
  const { text } = await renderBody(`before\n\n${attack}\n\n*after*`);
  assert.equal(text, `before\n${attack}\nafter`);
});

test('much of what people do write stays what it is', async () => {
  const list = '- *a* [b](c) `d`\n'.repeat(400);
  const table = `|a|b|\n|-|-|\n${'|*a*|[b](c)|\n'.repeat(400)}`;
  const code = `\`\`\`\n${'*a*[b]\n'.repeat(400)}\`\`\``;
  const { html } = await renderBody(`${list}\n${table}\n${code}`);
  assert.equal(html.match(/<em>a<\/em>/g)?.length, 800);
  assert.equal(html.match(/<a href="c">b<\/a>/g)?.length, 800);
  assert.ok(html.includes('*a*[b]\n*a*[b]\n'));
});
