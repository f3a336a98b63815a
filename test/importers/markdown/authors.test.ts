import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseByline } from '../../../src/importers/markdown/people/byline.ts';
import { blogOf, postOf, text, told } from '../blog-folder.ts';

const bylines: Readonly<Record<string, readonly string[]>> = {
  'Jane Doe': ['Jane Doe'],
  'Jane Doe, John Roe and Ann Poe': ['Jane Doe', 'John Roe', 'Ann Poe'],
  'Jane Doe, John Roe, and Ann Poe': ['Jane Doe', 'John Roe', 'Ann Poe'],
  'Jane Doe & John Roe': ['Jane Doe', 'John Roe'],
  'jane und john': ['jane', 'john'],
  'by Jane Doe': ['Jane Doe'],
  'Jane Doe, for the Core team': ['Jane Doe'],
  'Jane Doe on behalf of the Core Team': ['Jane Doe'],
  'The Survey Team in partnership with the Foundation': ['The Survey Team'],
  'Jane Doe and contributors': ['Jane Doe'],
  'Jane Doe, July 2011; updated by John Roe, May 2013': ['Jane Doe', 'John Roe'],
  'Jane Doe (Acme)': ['Jane Doe | Acme'],
  'Jane (Jo) Doe': ['Jane (Jo) Doe'],
  'Jane Doe, Director of Things': ['Jane Doe | Director of Things'],
  'Martin King, Jr. and Jane Doe': ['Martin King, Jr.', 'Jane Doe'],
  'Jane Doe <jane@x.example>': ['Jane Doe'],
  'jane@x.example (Jane Doe)': ['Jane Doe'],
  'jane@x.example': ['jane'],
  'Jane Doe and @john': ['Jane Doe', 'john'],
  '[Jane Doe](https://x.example/jane) (Acme, Inc), [John Roe](https://x.example/john)': [
    'Jane Doe | Acme, Inc | https://x.example/jane',
    'John Roe | https://x.example/john',
  ],
  '[Jane Doe](https://x.example/jane), Acme': ['Jane Doe | Acme | https://x.example/jane'],
  '[Jane Doe, Acme](https://x.example/jane)': ['Jane Doe | Acme | https://x.example/jane'],
  '[Jane Doe (Acme)](mailto:jane@x.example)': ['Jane Doe | Acme'],
  'Jane Doe and the Reform WG': ['Jane Doe', 'the Reform WG'],
  '': [],
};

for (const [written, people] of Object.entries(bylines)) {
  test(`reads the byline "${written}"`, () => {
    const read = parseByline(written).people.map(({ name, role, organisation, url }) =>
      [name, organisation, role, url].filter((part) => part !== null).join(' | '),
    );
    assert.deepEqual(read, people);
  });
}

test('words that name nobody keep the whole byline as metadata', async (t) => {
  const post = await postOf(t, text('title: T', 'date: 2024-01-01', 'by: ["Jane Doe, for the Core team"]'));
  assert.deepEqual(post.metadata, { byline: 'Jane Doe, for the Core team' });
});

test('all keys, and lists of ids, names and maps', async (t) => {
  for (const key of [
    'author',
    'authors',
    'by',
    'Byline',
    'writers',
    'contributors',
    'taxonomies: { authors',
  ]) {
    const close = key.includes('{') ? ' }' : '';
    const post = await postOf(
      t,
      text('title: T', 'date: 2024-01-01', `${key}: [jane, John Roe, { name: Ann Poe }]${close}`),
      {
        'authors.yml': 'jane: { name: Jane Doe }',
      },
    );
    const names = post.authors.map(
      (author) => post.record.authors.find((record) => record.key === author)?.name,
    );
    assert.deepEqual(names, ['Jane Doe', 'John Roe', 'Ann Poe'], key);
    assert.deepEqual(post.metadata, {});
  }
});

test('the same id, name or profile is the same author; the most frequent spelling is shown', async (t) => {
  const by = (author: string, date: string): string =>
    text('title: T', `date: ${date}`, `author: "${author}"`);
  const record = await blogOf(t, {
    'posts/a.md': by('The core team', '2024-01-01'),
    'posts/b.md': by('Core Team', '2024-01-02'),
    'posts/c.md': by('Core Team', '2024-01-03'),
    'posts/d.md': by('René Ångström', '2024-01-04'),
    'posts/e.md': by('Rene Angstrom', '2024-01-05'),
    'posts/f.md': by('[Severin N](https://github.com/sn) (Old)', '2024-01-06'),
    'posts/g.md': by('[Северін Н](https://github.com/SN) (New)', '2024-01-07'),
    'posts/h.md': by('[Other Person](https://github.com/sn)', '2024-01-08'),
  });
  assert.deepEqual(
    record.authors.map(({ name, kind, role }) => [name, kind, role]),
    [
      ['Core Team', 'ORGANISATION', null],
      ['René Ångström', 'PERSON', null],
      ['Severin N', 'PERSON', 'New'],
      ['Other Person', 'PERSON', null],
    ],
  );
});

test('lists of authors in YAML, TOML and JSON, as maps and as lists', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text('title: T', 'date: 2024-01-01', 'authors: [a, b, c, d]'),
    '_data/authors.yml': 'a: { name: Ann, bio: Writes., avatar: /a.png, mastodon: "@ann@social.example" }',
    'data/authors.toml': '[b]\nname = "Bob"\nkind = "organisation"\nwebsite = "https://bob.example"\n',
    'content/authors.json':
      '{ "authors": [{ "id": "c", "name": "Cy", "links": [{ "label": "Home", "href": "https://cy.example" }] }] }',
    'src/authors.yaml':
      '- { slug: d, name: Di, email: di@x.example, social: { github: di, email: di@x.example } }',
  });
  assert.deepEqual(told(record.problems), []);
  const [ann, cy, bob, di] = record.authors;
  assert.deepEqual(
    [ann?.name, ann?.bio, ann?.avatar, ann?.declared],
    ['Ann', 'Writes.', { url: '/a.png' }, true],
  );
  assert.deepEqual(ann?.links, [{ label: 'Mastodon', url: 'https://social.example/@ann' }]);
  assert.deepEqual([bob?.name, bob?.kind, bob?.url], ['Bob', 'ORGANISATION', 'https://bob.example/']);
  assert.deepEqual(cy?.links, [{ label: 'Home', url: 'https://cy.example/' }]);
  assert.deepEqual(di?.links, [{ label: 'GitHub', url: 'https://github.com/di' }]);
  assert.doesNotMatch(JSON.stringify(record), /di@x/);
});

test('pages of authors, in folders and as files', async (t) => {
  const record = await blogOf(t, {
    'content/posts/a.md': text('title: T', 'date: 2024-01-01', 'authors: [jane, john]'),
    'content/authors/jane/_index.md': '---\ntitle: Jane Doe\nrole: Editor\n---\nJane edits.',
    'content/authors/john.md': '---\nname: John Roe\n---\nJohn writes.',
    'content/authors/_index.md': '---\ntitle: Authors\n---\n',
  });
  assert.deepEqual(
    record.authors.map(({ key, name, role, bio }) => [key, name, role, bio]),
    [
      ['jane', 'Jane Doe', 'Editor', 'Jane edits.'],
      ['john', 'John Roe', null, 'John writes.'],
    ],
  );
  assert.deepEqual(record.posts[0]?.authors, ['jane', 'john']);
});

test('an author described beside the name, as Docusaurus 1 did', async (t) => {
  const post = await postOf(
    t,
    text(
      'title: T',
      'date: 2024-01-01',
      'author: Jane Doe',
      'authorTitle: Engineer',
      'authorURL: https://x.example',
      'authorImageURL: https://x.example/j.png',
      'authorTwitter: jane',
    ),
  );
  const [jane] = post.record.authors;
  assert.deepEqual(
    [jane?.role, jane?.url, jane?.avatar],
    ['Engineer', 'https://x.example/', { url: 'https://x.example/j.png' }],
  );
  assert.deepEqual(jane?.links, [{ label: 'Twitter', url: 'https://twitter.com/jane' }]);
  assert.deepEqual(post.metadata, {});
});

test('an id that the lists do not have is told', async (t) => {
  const post = await postOf(t, text('title: T', 'date: 2024-01-01', 'authors: [jane, jon, John Roe]'), {
    'posts/authors.yml': 'jane: { name: Jane }',
  });
  assert.deepEqual(told(post.problems), ['warning posts/a-post.md:4 unknown author "jon"']);
});

test('ids without any list are told once', async (t) => {
  const files = ['ann', 'bob-roe', 'cy', 'di', 'ed'].map((id, at): [string, string] => [
    `posts/${id}.md`,
    text('title: T', `date: 2024-01-0${at + 1}`, `authors: [${id}]`),
  ]);
  const record = await blogOf(t, Object.fromEntries<string>(files));
  assert.deepEqual(told(record.problems), [
    'warning posts/ann.md: 5 authors are known by their ids alone, such as "ann"',
  ]);
});

test('a broken list is an error by its line, and the posts go in', async (t) => {
  const record = await blogOf(t, {
    'posts/a.md': text('title: T', 'date: 2024-01-01'),
    'authors.json': '{ "x": ',
  });
  assert.deepEqual(told(record.problems), ['error authors.json: does not parse as JSON']);
  assert.equal(record.posts.length, 1);
});
