/** A small blog with everything that is rare: what an export must carry though no other blog has all of it. */
import { createHash } from 'node:crypto';
import { setRelatedPicks } from '../../src/actions/set-related-picks.ts';
import type { Database } from '../../src/db/client.ts';
import type { BlogRecord, ImageFileRecord, PostRecord } from '../../src/domain/blog-record.ts';
import { author, category, post, resource, seed, series, site, tag } from '../support/seed.ts';

/** What `seed` gives as the bytes of every file. */
const bytes = new Uint8Array([1, 2, 3]);

function file(name: string, servedAs?: string): ImageFileRecord {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { mimeType: 'image/png', byteSize: bytes.byteLength, width: 40, height: null };
  return { file: name, sha256, ...facts, ...(servedAs === undefined ? {} : { servedAs }) };
}

const oddText =
  '---\r\nnot: front matter\r\n---\r\n\r\nOne\u2028two\ufeff three.\t\r\n\r\n```\r\n---\r\n```\r\n\r\n\r\n';

const posts: PostRecord[] = [
  post('plain', { tags: ['shared', 'a'], authors: ['ada', 'bo'], categories: ['eng/db', 'people'] }),
  post('crlf', {
    markdown: oddText,
    title: '# "Quotes": it\'s — 猫 & émoji 🎉',
    subtitle: '',
    description: '',
  }),
  post('empty', {
    markdown: '',
    publishedAt: null,
    summary: '',
    metadata: { a: [1, null, { b: '2026-01-01' }] },
  }),
  post('ends-with-newlines', { markdown: 'Text.\n\n\n', updatedAt: new Date('2026-02-03T04:05:06.789Z') }),
  post('draft', { wanted: 'draft', publishedAt: null, tags: ['hidden'], related: ['plain'] }),
  post('waiting', { publishedAt: new Date('2999-01-01T00:00:00Z'), authors: ['ada'] }),
  post('unlisted', {
    noIndex: true,
    seoTitle: 'yes',
    seoDescription: '',
    canonicalUrl: 'https://x.example/y',
  }),
  post('old', {
    supersededBy: 'plain',
    aliases: ['/blog/older', '/blog/oldest ü'],
    related: ['draft', 'crlf'],
  }),
  post('bilingual', { translationKey: 'both', language: 'en' }),
  post('bilingual', { key: 'de/bilingual', path: '/de/bilingual', translationKey: 'both', language: 'de' }),
  post('CON', { summary: 'A *summary* of [it](/x).', path: '/blog/Con/device' }),
  post('con', { path: '/blog/con', language: 'de', key: 'con-de' }),
  post('日本語-ひらがな', { language: 'ja', title: '日本語', markdown: '猫はかわいい。' }),
  post('pictures', {
    markdown: '![a](one.png) ![b](/img/two.png "t") ![c](https://x.example/c.png) ![d](../../out.png)',
    images: { 'one.png': file('one.png'), '/img/two.png': file('b/two.png'), '../../out.png': file('o.png') },
    cover: {
      image: { url: 'https://x.example/missing.png', width: 4, height: 3 },
      alt: '',
      caption: 'A *c*',
    },
    shareImage: file('share.png', 'card.png'),
  }),
];

const first: Partial<BlogRecord> = {
  source: 'first',
  site: site({
    tagline: '',
    languages: [{ code: 'en', name: 'English', available: true }],
    menus: { header: [{ label: 'Blog', url: '/blog', children: [{ label: 'x', url: null, children: [] }] }] },
    announcements: [{ text: 'Soon', url: null, from: '2026-01-01T00:00:00Z', until: null }],
    callsToAction: [{ title: 'Try', text: null, label: 'Go', url: '/try' }],
    permalinks: { post: '/blog/:slug' },
  }),
  posts,
  tags: [
    tag('shared', { name: 'Shared', declared: true, description: 'By both.' }),
    tag('alone', { declared: true }),
  ],
  authors: [
    author('ada', {
      name: 'Ada "A" L.',
      avatar: file('ada.png'),
      links: [{ label: 'x', url: 'https://x.example' }],
      metadata: { pronouns: 'she' },
      declared: true,
    }),
    author('team', { kind: 'ORGANISATION', declared: true, bio: 'Line\n\nline' }),
  ],
  categories: [category('eng', { description: '' }), category('eng/db', { name: 'Databases' })],
  series: [
    series('gaps', ['plain', 'draft', null], {
      plannedTotal: 9,
      parts: [
        { position: 2, title: null, summary: null, post: 'plain', announced: false },
        { position: 5, title: 'Announced', summary: 'S', post: 'draft', announced: true },
        { position: 9, title: 'To come', summary: null, post: null, announced: true },
      ],
    }),
    series('undeclared', ['crlf', 'old'], { declared: false, language: 'de' }),
  ],
  resources: [
    resource('meetup', {
      kind: 'EVENT',
      eventKind: 'MEETUP',
      endsAt: new Date('2026-02-01T12:00:00Z'),
      links: [{ label: 'Slides', url: '/slides.pdf' }],
      image: { image: file('meetup.png'), alt: null },
      speakers: ['ada'],
      tags: ['shared'],
      metadata: { room: 7 },
    }),
    resource('report', { kind: 'REPORT', wanted: 'draft', startsAt: null, markdown: '', durationMinutes: 3 }),
  ],
  redirects: [
    { file: 'redirects.yml', path: '/somewhere', target: '/blog/plain' },
    { file: 'redirects.yml', path: '/out', target: 'https://x.example/' },
    { file: 'other.yml', path: '/to-draft', target: '/blog/draft' },
  ],
};

const second: Partial<BlogRecord> = {
  source: 'second',
  site: null,
  siteUrl: 'https://second.example',
  posts: [
    post('elsewhere', { key: 'plain', path: '/second/plain', tags: ['shared', 'b'], authors: ['ada'] }),
    post('links', { path: '/second/links', markdown: 'See [it](https://second.example/second/plain).' }),
  ],
  tags: [tag('shared', { name: 'SHARED' })],
  redirects: [{ file: 'r.yml', path: '/somewhere-else', target: '/second/plain' }],
};

/** Stores it as it would have come about: things moved and were removed, and an editor picked. */
export async function seedOddBlog(db: Database): Promise<void> {
  const moved = post('plain', { path: '/blog/was-here', slug: 'was' });
  const gone = [post('gone', { aliases: ['/blog/long-gone'] }), moved];
  await seed(db, { ...first, posts: [...posts.filter(({ key }) => key !== 'plain'), ...gone] });
  await seed(db, first);
  await seed(db, second);
  const { rows } = await db.pool.query<{ path: string; id: string }>('select "path", "id"::text from "Post"');
  const id = (path: string): string => rows.find((row) => row.path === path)!.id;
  await setRelatedPicks(
    db,
    id('/second/plain'),
    [id('/blog/draft'), id('/blog/crlf')],
    new Date('2026-06-02T00:00:00Z'),
  );
}
