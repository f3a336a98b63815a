/** An export as Ghost 5 writes it, with everything in it that must not come along. */

/** The smallest picture: PNG, 1 × 1. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const redirects = JSON.stringify([
  { from: '/old-first/', to: '/first/', permanent: true },
  { from: '/docs', to: 'https://docs.example/', permanent: false },
]);

type Row = Readonly<Record<string, unknown>>;

const time = '2024-02-03T04:05:06.000Z';

function post(id: string, status: string, visibility: string, more: Row = {}): Row {
  return {
    ...{ id, uuid: `uuid-secret-${id}`, title: `Post ${id}`, slug: id, type: 'post', status, visibility },
    ...{
      html: `<p>Text of ${id}.</p>`,
      lexical: null,
      mobiledoc: null,
      published_at: time,
      updated_at: time,
    },
    ...{ codeinjection_head: `<script>head-secret-${id}</script>`, email_recipient_filter: 'none' },
    ...{ comment_id: `comment-secret-${id}`, ...more },
  };
}

const text = (value: string): Row => ({ type: 'extended-text', version: 1, text: value, format: 0 });
const lexical = JSON.stringify({
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          text('See '),
          { type: 'link', url: '__GHOST_URL__/second/', children: [text('the second')] },
          text(' and '),
          { type: 'link', url: '__GHOST_URL__/about/', children: [text('about')] },
        ],
      },
      {
        type: 'image',
        src: '__GHOST_URL__/content/images/2024/02/dot.png',
        alt: 'A dot',
        width: 60,
        height: 40,
      },
    ],
  },
});

const posts: readonly Row[] = [
  post('first', 'published', 'public', {
    lexical,
    feature_image: '__GHOST_URL__/content/images/2024/02/dot.png',
    custom_excerpt: 'What it says.',
  }),
  post('second', 'published', 'public'),
  post('later', 'scheduled', 'public', { published_at: '2199-01-01T00:00:00.000Z' }),
  post('sketch', 'draft', 'public', { published_at: null }),
  post('letter', 'sent', 'public'),
  post('inner', 'published', 'members'),
  post('costly', 'published', 'paid'),
  post('about', 'published', 'public', { type: 'page' }),
];

const user = (id: string): Row => ({
  ...{
    id,
    name: `Name ${id}`,
    slug: id,
    email: `${id}-secret@mail.example`,
    password: `$2b$10$password-secret-${id}`,
  },
  ...{ bio: `About ${id}`, website: `https://${id}.example`, status: 'active', last_seen: time },
});

const setting = (key: string, value: string): Row => ({ id: `setting-${key}`, key, value, group: 'x' });

const data = {
  posts,
  posts_meta: [
    { post_id: 'first', feature_image_alt: 'Dot', meta_title: 'First of all', email_subject: 'mail-secret' },
  ],
  users: [user('ada'), user('bob'), user('eve')],
  posts_authors: [
    { post_id: 'first', author_id: 'bob', sort_order: 1 },
    { post_id: 'first', author_id: 'ada', sort_order: 0 },
    ...posts.slice(1).map(({ id }) => ({ post_id: id, author_id: 'ada', sort_order: 0 })),
  ],
  tags: [
    { id: 't1', name: 'News', slug: 'news', visibility: 'public' },
    { id: 't2', name: 'Rust', slug: 'rust', visibility: 'public', codeinjection_foot: '<b>tag-secret</b>' },
    { id: 't3', name: '#inside', slug: 'hash-inside', visibility: 'internal' },
  ],
  posts_tags: [
    { post_id: 'first', tag_id: 't2', sort_order: 0 },
    { post_id: 'first', tag_id: 't3', sort_order: 1 },
    { post_id: 'first', tag_id: 't1', sort_order: 2 },
  ],
  settings: [
    setting('title', 'My Ghost'),
    setting('description', 'Words'),
    setting('locale', 'en'),
    ...['ghost_private_key', 'admin_session_secret', 'theme_session_secret', 'members_private_key'].map(
      (key) => setting(key, `settings-secret-${key}`),
    ),
    setting('mailgun_api_key', 'settings-secret-mailgun'),
    setting('stripe_secret_key', 'sk_live_settings-secret'),
    setting('password', 'settings-secret-password'),
    setting('codeinjection_head', '<script>settings-secret-code</script>'),
  ],
  members: [
    { id: 'm1', email: 'member-secret@mail.example', name: 'member-secret', uuid: 'member-secret-uuid' },
  ],
  api_keys: [{ id: 'k1', secret: 'api-secret', type: 'admin' }],
  integrations: [{ id: 'i1', name: 'integration-secret' }],
  webhooks: [{ id: 'w1', target_url: 'https://hooks.example/hook-secret', secret: 'hook-secret' }],
  tokens: [{ token: 'token-secret', created_by: 'member-secret@mail.example' }],
  newsletters: [{ id: 'n1', sender_email: 'sender-secret@mail.example', uuid: 'newsletter-secret' }],
  sessions: [{ id: 's1', session_data: 'session-secret' }],
};

/** What all secrets of the export have in them, and nothing else has. */
export const secret = /secret/i;

export const exported = JSON.stringify({
  db: [{ meta: { exported_on: 1_706_933_106_000, version: '5.80.0' }, data }],
});
