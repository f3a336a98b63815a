import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeStylesheet } from '../../src/domain/code-stylesheet.ts';
import { renderBody } from '../../src/domain/render-body.ts';

test('every class that code comes out with has a colour', async () => {
  const { html } = await renderBody(
    [
      '```ts\n// c\nexport const a = (b: string) => f(`x${1}`, /r/, true);\n```',
      '```diff\n+ a\n- b\n```',
      '```md\n[a](https://b.c)\n```',
      '```json\n{"a": [1, null]}\n```',
      '```html\n<a href="x">y</a>\n```',
    ].join('\n\n'),
  );
  const classes = new Set(Array.from(html.matchAll(/class="(hl-[a-z-]+)"/g), ([, name]) => name ?? ''));
  assert.ok(classes.size > 6, [...classes].join(' '));
  for (const name of classes) assert.ok(codeStylesheet().includes(`.${name} {`), name);
});
