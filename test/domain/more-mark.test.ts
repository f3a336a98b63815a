import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../src/domain/render-body.ts';

const marks = [
  '<!--more-->',
  '<!-- more -->',
  '<!-- MORE -->',
  '<!--more Read on-->',
  '<!-- truncate -->',
  '<!--truncate-->',
  '{/* truncate */}',
  '<!-- excerpt -->',
];

test('the text before the mark is the excerpt, and the mark is not seen', async () => {
  for (const mark of marks) {
    const { excerptText, html, text } = await renderBody(
      `# Title\n\nFirst *one*.\n\n- item\n\n\`\`\`\ncode\n\`\`\`\n\n${mark}\n\nAfter.`,
    );
    assert.equal(excerptText, 'First one. item', mark);
    assert.doesNotMatch(html + text, /more|truncate|<!--|\{\/\*/i);
    assert.match(html, /<p>After\.<\/p>/);
  }
});

test('a mark within a paragraph or an element counts; only the first does', async () => {
  assert.equal((await renderBody('One. <!--more--> Two.')).excerptText, 'One.');
  assert.equal(
    (await renderBody('<div>\n\nOne.\n\n<!--more-->\n\nTwo.\n\n</div>\n\n<!--more-->')).excerptText,
    'One.',
  );
});

test('a mark that is shown as code, or says something else, is none', async () => {
  const { excerptText, html } = await renderBody(
    'Write `<!--more-->` there.\n\n<!-- prettier-ignore -->\n\nSecond.',
  );
  assert.equal(excerptText, 'Write <!--more--> there. Second.');
  assert.match(html, /<code>&lt;!--more--><\/code>/);
});

test('without a mark, or with one before all text, the opening paragraphs are the excerpt', async () => {
  const body = '![cover](a.png)\n\n## Intro\n\n> quote\n\nOne.\n\n```\ncode\n```\n\n- item\n\nTwo.';
  assert.equal((await renderBody(body)).excerptText, 'One. Two.');
  assert.equal((await renderBody(`<!--more-->\n\n${body}`)).excerptText, 'One. Two.');
  assert.equal((await renderBody('- a\n- b')).excerptText, 'a b');
  assert.equal((await renderBody('```\ncode\n```')).excerptText, 'code');
  assert.equal((await renderBody('## Only')).excerptText, 'Only');
  assert.equal((await renderBody('')).excerptText, '');
});

test('a long opening ends after about 600 characters', async () => {
  const { excerptText } = await renderBody('Some words to read here. '.repeat(10).concat('\n\n').repeat(9));
  assert.ok(excerptText.length > 500 && excerptText.length <= 600 && excerptText.endsWith('…'), excerptText);
});
