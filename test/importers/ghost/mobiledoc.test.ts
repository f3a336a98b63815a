/** Bodies of Ghost 1 to 5: mobiledoc 0.3, as HTML. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BodyError } from '../../../src/importers/ghost/body/body-error.ts';
import { readMobiledoc } from '../../../src/importers/ghost/body/mobiledoc/read-mobiledoc.ts';

interface Document {
  readonly markups?: readonly unknown[];
  readonly atoms?: readonly unknown[];
  readonly cards?: readonly unknown[];
  readonly sections: readonly unknown[];
}

const html = (document: Document): string =>
  readMobiledoc(JSON.stringify({ version: '0.3.1', markups: [], atoms: [], cards: [], ...document }))
    .pieces.map((piece) => piece.text)
    .join('\n');

test('markers open and close elements, across each other', () => {
  const markups = [
    ['strong'],
    ['em'],
    ['a', ['href', 'https://x.org/?a=1&b', 'rel', 'nofollow']],
    ['script'],
  ];
  const markers = [
    [0, [0], 0, 'bold '],
    [0, [1], 2, 'both'],
    [0, [], 0, ' & '],
    [0, [2], 1, 'link'],
    [0, [3], 1, '<alert>'],
  ];
  assert.equal(
    html({ markups, sections: [[1, 'p', markers]] }),
    '<p><strong>bold <em>both</em></strong> &amp; <a href="https://x.org/?a=1&amp;b">link</a>&lt;alert&gt;</p>',
  );
});

test('what stays open is closed; what closes more than is open does no harm', () => {
  const markups = [['strong']];
  assert.equal(html({ markups, sections: [[1, 'p', [[0, [0], 0, 'x']]]] }), '<p><strong>x</strong></p>');
  assert.equal(
    html({
      markups,
      sections: [
        [
          1,
          'p',
          [
            [0, [0, 0], 99, 'x'],
            [0, [], 5, 'y'],
          ],
        ],
      ],
    }),
    '<p><strong><strong>x</strong></strong>y</p>',
  );
  assert.equal(html({ markups, sections: [[1, 'p', [[0, [42], 1, 'x']]]] }), '<p>x</p>');
});

test('sections: headings, quotes, lists, images, soft returns', () => {
  const atoms = [
    ['soft-return', '', {}],
    ['mention', '@jo', {}],
  ];
  const line = (text: string): unknown => [[0, [], 0, text]];
  assert.equal(
    html({
      atoms,
      sections: [
        [1, 'H2', line('Title')],
        [
          1,
          'p',
          [
            [0, [], 0, 'a'],
            [1, [], 0, 0],
            [1, [], 0, 1],
          ],
        ],
        [1, 'blockquote', line('q')],
        [1, 'aside', line('s')],
        [3, 'ol', [line('one'), line('two')]],
        [2, '/content/images/x.png'],
      ],
    }),
    [
      '<h2>Title</h2>',
      '<p>a<br>@jo</p>',
      '<blockquote><p>q</p></blockquote>',
      '<blockquote><p>s</p></blockquote>',
      '<ol><li>one</li><li>two</li></ol>',
      '<p><img src="/content/images/x.png" alt=""></p>',
    ].join('\n'),
  );
});

test('a body that is one Markdown card passes as Markdown', () => {
  const cards = [['card-markdown', { cardName: 'card-markdown', markdown: '# *Hi*' }]];
  const { pieces } = readMobiledoc(JSON.stringify({ version: '0.3.1', cards, sections: [[10, 0]] }));
  assert.deepEqual(pieces, [{ format: 'markdown', text: '# *Hi*' }]);
});

test('hostile: other versions, wrong types, cards that are not there', () => {
  assert.throws(() => readMobiledoc('{"version":"0.2.0","sections":[[],[]]}'), BodyError);
  assert.throws(() => readMobiledoc('{"sections":{}}'), BodyError);
  assert.throws(
    () => html({ markups: [['b']], sections: [[1, 'p', [[0, Array(500).fill(0), 0, 'x']]]] }),
    BodyError,
  );
  const read = readMobiledoc({
    version: '0.3.2',
    cards: [7, ['image'], [{}, 'x']],
    sections: [
      null,
      5,
      [10, 99],
      [10, 0],
      [10, 1],
      [10, 2],
      [10, '__proto__'],
      [1, {}, 'x'],
      [3, 'ul', [[null, 3]]],
      [1, 'p', [[0, 'x', 'y', {}]]],
    ],
  });
  assert.deepEqual(read.pieces, []);
});
