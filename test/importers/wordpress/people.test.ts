import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { attachment, author, item, term, wxr } from './wxr-text.ts';

test('authors who wrote something, by login, whatever its case; no mail address anywhere', async () => {
  const record = await readWxr(
    wxr(
      author('jane', 'Jane Doe', 1) +
        author('nobody', 'Nobody', 2) +
        author('max@mail.example', 'Max Muster', 3) +
        author('eva@mail.example', 'eva@mail.example', 4) +
        item({ id: 1, creator: 'JANE' }) +
        item({ id: 2, creator: 'max@mail.example' }) +
        item({ id: 3, creator: 'eva@mail.example' }) +
        item({ id: 4, creator: 'old.hand' }) +
        item({ id: 5, creator: 'lost@mail.example' }) +
        item({ id: 6 }),
    ),
  );
  assert.deepEqual(
    record.authors.map(({ key, slug, name }) => [key, slug, name]),
    [
      ['jane', 'jane', 'Jane Doe'],
      ['user-3', 'max-muster', 'Max Muster'],
      ['user-4', 'eva', 'eva'],
      ['old.hand', 'old-hand', 'old.hand'],
      ['lost', 'lost', 'lost'],
    ],
  );
  assert.deepEqual(
    record.posts.map(({ authors }) => authors.join()),
    ['jane', 'user-3', 'user-4', 'old.hand', 'lost', ''],
  );
  assert.doesNotMatch(JSON.stringify(record), /mail\.example/);
  assert.deepEqual(
    record.redirects.map(({ path, target }) => `${path} ${target}`),
    ['/author/jane /authors/jane', '/author/old-hand /authors/old-hand'],
  );
});

test('Co-Authors Plus: bylines in order, guests with their profiles, users by their terms', async () => {
  const guest = item({
    id: 50,
    type: 'guest-author',
    title: 'Grace Hopper',
    slug: 'cap-grace',
    meta: [
      ['cap-display_name', 'Grace Hopper'],
      ['cap-user_login', 'grace'],
      ['cap-user_email', 'grace@mail.example'],
      ['cap-website', 'https://grace.example'],
      ['cap-description', 'Writes compilers. Mail: grace@mail.example'],
      ['_thumbnail_id', '60'],
    ],
  });
  const linked = item({
    id: 51,
    type: 'guest-author',
    title: 'Jane D.',
    slug: 'cap-jane-d',
    meta: [
      ['cap-user_login', 'jane-d'],
      ['cap-linked_account', 'jane'],
      ['cap-description', 'Also a user.'],
    ],
  });
  const posts = [
    item({
      id: 1,
      creator: 'admin',
      terms: [
        ['author', 'cap-grace', 'grace'],
        ['author', 'cap-jane', 'jane'],
      ],
    }),
    item({
      id: 2,
      creator: 'jane',
      terms: [
        ['author', 'cap-jane-d', 'jane-d'],
        ['author', 'cap-jane', 'jane'],
      ],
    }),
    item({ id: 3, creator: 'jane', terms: [['author', 'cap-ada-lovelace', 'Ada Lovelace']] }),
  ];
  const terms = term('author', 'cap-grace', 'grace', 9, 'Grace Hopper grace 50 grace@mail.example');
  const record = await readWxr(
    wxr(
      author('admin', 'Admin') +
        author('jane', 'Jane Doe', 2) +
        terms +
        posts.join('') +
        guest +
        linked +
        attachment(60),
    ),
  );
  assert.deepEqual(
    record.authors.map(({ slug, name, bio, url, avatar }) => [slug, name, bio, url, avatar !== null]),
    [
      ['jane', 'Jane D.', 'Also a user.', null, false],
      ['grace', 'Grace Hopper', 'Writes compilers. Mail:', 'https://grace.example/', true],
      ['ada-lovelace', 'Ada Lovelace', null, null, false],
    ],
  );
  assert.deepEqual(
    record.posts.map(({ authors }) => authors),
    [['grace', 'jane'], ['jane'], ['ada-lovelace']],
  );
  assert.doesNotMatch(JSON.stringify(record), /mail\.example/);
});
