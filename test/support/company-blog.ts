/** A blog that has one of everything that search engines are told of. */
import type { BlogRecord, ResourceRecord } from '../../src/domain/blog-record.ts';
import { author, category, post, resource, series, site, tag } from './seed.ts';

/** What would end a script, an attribute, a title, were it not escaped. */
export const hostileTitle = 'Ends </title></script><script>alert(1)</script> "quoted" & <!-- \'all\' that';

const link = (url: string) => ({ label: url, url });
const picture = (name: string) => ({ url: `https://img.example/${name}.png` });

const about = { tags: ['sql', 'web'], speakers: ['ada', 'team'] };
const image = { image: picture('resource'), alt: 'A stage' };

/** Of each kind of resource one, and every sort of event. */
const resources: readonly ResourceRecord[] = [
  resource('webinar', { ...about, image, durationMinutes: 90, url: 'https://join.example/1' }),
  resource('recording', { ...about, image, durationMinutes: 45, url: 'https://youtu.be/abcdefghijk' }),
  resource('announced', {
    ...about,
    image,
    durationMinutes: 30,
    url: 'https://join.example/2',
    links: [link('https://slides.example/2'), link('https://youtu.be/abcdefghijk')],
  }),
  resource('recording-undated', { ...about, startsAt: null, url: 'https://vimeo.com/123456' }),
  resource('video', { ...about, kind: 'VIDEO', durationMinutes: 95, image, url: 'https://v.example/a.mp4' }),
  resource('bare-video', { kind: 'VIDEO', url: 'https://www.youtube.com/watch?v=abcdefghijk' }),
  resource('ebook', { ...about, kind: 'EBOOK', image, url: 'https://books.example/b.pdf' }),
  resource('report', { ...about, kind: 'REPORT', image }),
  resource('demo', { ...about, kind: 'DEMO', durationMinutes: 5, url: 'https://demo.example' }),
  resource('story', { ...about, kind: 'CUSTOMER_STORY', image }),
  ...(['WORKSHOP', 'MEETUP', 'USER_CALL', 'CONFERENCE', 'OTHER'] as const).map((eventKind) =>
    resource(eventKind.toLowerCase().replace('_', '-'), {
      ...about,
      kind: 'EVENT',
      eventKind,
      image,
      endsAt: new Date('2026-02-01T12:00:00Z'),
      metadata:
        eventKind === 'MEETUP'
          ? { location: { name: 'The old mill', address: 'Mill Lane 1, Barrow' } }
          : eventKind === 'CONFERENCE'
            ? { venue: 'Town hall, Barrow', online: true }
            : eventKind === 'USER_CALL'
              ? {}
              : { location: 'Barrow' },
    }),
  ),
];

/** A whole blog of a company. */
export const companyBlog = {
  site: site({
    name: 'Works & Days',
    tagline: 'From the people who make it',
    description: 'What we learn.',
    languages: ['en', 'de'].map((code) => ({ code, name: code, available: true })),
    menus: {
      social: ['https://x.com/works', 'https://code.example/works'].map((url) => ({
        ...link(url),
        children: [],
      })),
    },
  }),
  authors: [
    author('ada', {
      name: 'Ada',
      role: 'Engineer',
      bio: 'Counts things.',
      url: 'https://ada.example',
      avatar: picture('ada'),
      links: [link('https://twitter.com/ada_counts')],
    }),
    author('team', { name: 'The team', kind: 'ORGANISATION', avatar: picture('team') }),
  ],
  tags: [tag('sql', { name: 'SQL', description: 'The language of tables.' }), tag('web')],
  categories: [
    category('eng', { name: 'Engineering' }),
    category('eng/db', { name: 'Databases', description: 'Rows.' }),
  ],
  posts: [
    post('first', {
      title: 'Cursors without tears',
      subtitle: 'A second look',
      description: 'Why a page knows its place.',
      markdown: 'word '.repeat(900),
      publishedAt: new Date('2026-01-02T03:04:05Z'),
      updatedAt: new Date('2026-01-05T00:00:00Z'),
      authors: ['ada', 'team'],
      tags: ['sql', 'web'],
      categories: ['eng/db'],
      cover: { image: picture('cover'), alt: 'A "mill"', caption: null },
      translationKey: 'first',
    }),
    post('erster', {
      language: 'de',
      title: 'Zeiger ohne Tränen',
      translationKey: 'first',
      authors: ['ada'],
    }),
    post('second', {
      title: hostileTitle,
      description: hostileTitle,
      authors: ['ada'],
      cover: { image: picture('cover'), alt: hostileTitle, caption: null },
    }),
    post('old', { title: 'The old way', supersededBy: 'first' }),
    post('told', {
      title: 'Told twice',
      seoTitle: 'Found by this title',
      seoDescription: 'Found by this.',
      description: 'Shown.',
      shareImage: picture('card'),
      cover: { image: picture('cover'), alt: null, caption: null },
      canonicalUrl: 'https://elsewhere.example/told',
      noIndex: true,
    }),
  ],
  series: [series('saga', ['first', 'second', null], { title: 'A saga', description: 'In three parts.' })],
  resources,
} satisfies Partial<BlogRecord>;
