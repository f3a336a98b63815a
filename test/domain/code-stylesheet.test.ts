import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCssVariablesTheme } from 'shiki/core';
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

test('so has every class that any language could come out with', () => {
  const theme = createCssVariablesTheme({ name: 'all', variablePrefix: '' });
  const kinds = new Set(
    Array.from(JSON.stringify(theme).matchAll(/var\(token-([a-z-]+)\)/g), ([, kind = '']) => kind),
  );
  assert.ok(kinds.size > 10);
  for (const kind of kinds) assert.ok(codeStylesheet().includes(`.hl-${kind} {`), kind);
});

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('every colour is readable on what code stands on, in the light and in the dark', () => {
  const [light = '', dark = ''] = codeStylesheet().split('@media (prefers-color-scheme: dark)');
  for (const [sheet, grounds] of [
    [light, ['#ffffff', '#f6f8fa']],
    [dark, ['#000000', '#0d1117', '#161b22']],
  ] as const) {
    const colours = sheet.match(/#[\da-f]{6}/g) ?? [];
    assert.ok(colours.length > 10);
    for (const colour of colours) {
      for (const ground of grounds) assert.ok(contrast(colour, ground) >= 4.5, `${colour} on ${ground}`);
    }
  }
});
