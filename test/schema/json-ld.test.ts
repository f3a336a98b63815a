/** JSON-LD as clients get it, against schema.org's vocabulary and what search engines want of it. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { askWell } from '../support/ask.ts';
import { companyBlog } from '../support/company-blog.ts';
import { testDatabase } from '../support/database.ts';
import type { Node } from '../support/schema-org.ts';
import { isKindOf, nodesIn, schemaOrgFaults } from '../support/schema-org.ts';
import { seed } from '../support/seed.ts';

const db = await testDatabase();

before(() => seed(db, companyBlog));

/** Every page of the blog, as the field that gives it. */
const pages = [
  ...companyBlog.posts.map(({ path }) => `post(by: {path: "${path}"})`),
  ...companyBlog.resources.map(({ slug }) => `resource(by: {slug: "${slug}"})`),
  'series(by: {slug: "saga"})',
  'author(by: {slug: "ada"})',
  'author(by: {slug: "team"})',
  'tag(by: {slug: "sql"})',
  'category(by: {treePath: "eng/db"})',
  'site',
];

interface Page {
  readonly breadcrumb?: readonly { readonly name: string; readonly url: string }[];
  readonly seo: { readonly jsonLd: string; readonly title: string };
}

async function graphOf(page: string): Promise<readonly Node[]> {
  const { data } = await askWell(db, `{ page: ${page} { seo { jsonLd } } }`);
  const { seo } = (data as { readonly page: Page }).page;
  return (JSON.parse(seo.jsonLd) as { readonly '@graph': readonly Node[] })['@graph'];
}

test('every type and property exists, and holds what it may hold', async () => {
  const types = new Set<string>();
  for (const page of pages) {
    const graph = await graphOf(page);
    assert.deepEqual(schemaOrgFaults({ '@context': 'https://schema.org', '@graph': graph }), [], page);
    for (const node of nodesIn(graph)) types.add(String(node['@type']));
  }
  const wanted =
    'Article Blog BlogPosting Book BreadcrumbList BusinessEvent CollectionPage CreativeWorkSeries DefinedTerm ' +
    'EducationEvent Event ImageObject LearningResource ListItem Organization Person Place ProfilePage Report ' +
    'SocialEvent VideoObject VirtualLocation WebPage WebSite';
  assert.deepEqual(
    wanted.split(' ').filter((type) => !types.has(type)),
    [],
  );
});

test('the judge knows what is wrong', () => {
  const faults = (node: Node) => schemaOrgFaults({ '@context': 'https://schema.org', '@graph': [node] });
  assert.deepEqual(
    faults({ '@type': 'BlogPosting', headline: 'x', author: { '@type': 'Person', name: 'a' } }),
    [],
  );
  for (const [node, fault] of [
    [{ '@type': 'BlogPostin' }, /no type/],
    [{ '@type': 'BlogPosting', headlines: 'x' }, /no such property/],
    [{ '@type': 'Person', headline: 'x' }, /no such property/],
    [{ '@type': 'BlogPosting', author: { '@type': 'Event' } }, /none of/],
    [{ '@type': 'BlogPosting', author: { '@id': 'https://nobody.example' } }, /none of/],
    [{ '@type': 'BlogPosting', url: '/path' }, /none of URL/],
    [{ '@type': 'BlogPosting', datePublished: 'yesterday' }, /none of/],
    [{ '@type': 'BlogPosting', wordCount: 1.5 }, /none of/],
    [{ '@type': 'VideoObject', duration: '95 min' }, /none of/],
    [{ '@type': 'Event', eventAttendanceMode: 'https://schema.org/Online' }, /none of/],
    [{ '@type': 'BlogPosting', image: [] }, /empty/],
  ] as const)
    assert.match(faults(node).join('\n'), fault);
});

/** What Google requires and recommends (developers.google.com/search/docs/appearance/structured-data). */
const google: Readonly<
  Record<string, { readonly required: readonly string[]; readonly recommended: readonly string[] }>
> = {
  Article: {
    required: [],
    recommended: [
      'author',
      'author.name',
      'author.url',
      'dateModified',
      'datePublished',
      'headline',
      'image',
    ],
  },
  Event: {
    required: ['name', 'startDate', 'location'],
    recommended: [
      'description',
      'endDate',
      'eventStatus',
      'image',
      'organizer.name',
      'organizer.url',
      'performer.name',
    ],
  },
  VideoObject: {
    required: ['name', 'thumbnailUrl', 'uploadDate'],
    recommended: ['description', 'contentUrl|embedUrl', 'duration'],
  },
  BreadcrumbList: {
    required: ['itemListElement.position', 'itemListElement.name', 'itemListElement.item'],
    recommended: [],
  },
  ProfilePage: {
    required: ['mainEntity.name'],
    recommended: [
      'mainEntity.url',
      'mainEntity.image|mainEntity.logo',
      'mainEntity.agentInteractionStatistic',
    ],
  },
  Place: { required: ['address'], recommended: ['name'] },
  VirtualLocation: { required: ['url'], recommended: [] },
};

/** Pages that lack something, for nobody said it: they are told as well as can be. */
const incomplete: Readonly<Record<string, readonly string[]>> = {
  'post(by: {path: "/blog/erster"})': ['image'],
  'post(by: {path: "/blog/old"})': ['author', 'author.name', 'author.url', 'image'],
  'post(by: {path: "/blog/told"})': ['author', 'author.name', 'author.url'],
  'resource(by: {slug: "recording-undated"})': ['thumbnailUrl', 'uploadDate', 'duration'],
  'resource(by: {slug: "bare-video"})': ['duration'],
};

test('what search engines require and recommend is there', async () => {
  const judged = new Set<string>();
  for (const page of pages) {
    const missing = nodesIn(await graphOf(page)).flatMap((node) => {
      // A mention of another article is no article of the page.
      const whole = node['@type'] !== 'BlogPosting' || 'mainEntityOfPage' in node;
      const rules = Object.entries(google).filter(([type]) => whole && isKindOf(String(node['@type']), type));
      return rules.flatMap(([type, { required, recommended }]) => {
        judged.add(type);
        return [...required, ...recommended].filter(
          (path) => !path.split('|').some((way) => has(node, way.split('.'))),
        );
      });
    });
    assert.deepEqual(missing, incomplete[page] ?? [], page);
  }
  assert.deepEqual([...judged].sort(), Object.keys(google).sort());
});

/** Whether a property is there, in every one of several. */
function has(value: unknown, [first, ...rest]: readonly string[]): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => has(one, [first!, ...rest]));
  if (typeof value !== 'object' || value === null) return false;
  const found = (value as Node)[first!];
  return rest.length === 0 ? found !== undefined : has(found, rest);
}

const main = async (page: string): Promise<Node> => (await graphOf(page))[0]!;

test('a post as BlogPosting: who, when, how long, in which series, in which languages', async () => {
  const { image, author, publisher, ...posting } = await main('post(by: {slug: "first"})');
  const url = 'https://blog.example/blog/first';
  assert.deepEqual(posting, {
    '@type': 'BlogPosting',
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    headline: 'Cursors without tears',
    alternativeHeadline: 'A second look',
    description: 'Why a page knows its place.',
    datePublished: '2026-01-02T03:04:05.000Z',
    dateModified: '2026-01-05T00:00:00.000Z',
    inLanguage: 'en',
    keywords: ['SQL', 'web'],
    articleSection: 'Databases',
    wordCount: 900,
    timeRequired: 'PT4M',
    isPartOf: [
      {
        '@type': 'CreativeWorkSeries',
        '@id': 'https://blog.example/series/saga#series',
        name: 'A saga',
        url: 'https://blog.example/series/saga',
      },
      {
        '@type': 'Blog',
        '@id': 'https://blog.example/#blog',
        name: 'Works & Days',
        url: 'https://blog.example/',
      },
    ],
    position: 1,
    workTranslation: {
      '@type': 'BlogPosting',
      '@id': 'https://blog.example/blog/erster#article',
      url: 'https://blog.example/blog/erster',
      inLanguage: 'de',
    },
  });
  assert.deepEqual(image, [
    { '@type': 'ImageObject', url: 'https://img.example/cover.png', caption: 'A "mill"' },
  ]);
  const [ada, team] = author as readonly Node[];
  assert.deepEqual(
    [ada!['@type'], ada!['jobTitle'], ada!['sameAs']],
    ['Person', 'Engineer', ['https://ada.example/', 'https://twitter.com/ada_counts']],
  );
  assert.deepEqual(
    [team!['@type'], (team!['logo'] as Node)['url']],
    ['Organization', 'https://img.example/team.png'],
  );
  assert.deepEqual((publisher as Node)['sameAs'], ['https://x.com/works', 'https://code.example/works']);
});

test('a translation names the text in the language of the site as what it is made of', async () => {
  const { translationOfWork, workTranslation } = await main('post(by: {slug: "erster"})');
  assert.equal((translationOfWork as Node)['url'], 'https://blog.example/blog/first');
  assert.equal(workTranslation, undefined);
});

test('an archived post says so, and names the one to read now', async () => {
  const { creativeWorkStatus, mainEntityOfPage } = await main('post(by: {slug: "old"})');
  assert.equal(creativeWorkStatus, 'Obsolete');
  assert.equal((mainEntityOfPage as Node)['relatedLink'], 'https://blog.example/blog/first');
});

test('a series has the parts that can be read', async () => {
  const { hasPart } = await main('series(by: {slug: "saga"})');
  const parts = (hasPart as readonly Node[]).map(({ position, url }) => [position, url]);
  assert.deepEqual(parts, [
    [1, 'https://blog.example/blog/first'],
    [2, 'https://blog.example/blog/second'],
  ]);
});

test('BreadcrumbList and the breadcrumb of the page are one', async () => {
  for (const page of pages.filter((name) => name !== 'site')) {
    const { data } = await askWell(db, `{ page: ${page} { breadcrumb { name url } } }`);
    const list = (await graphOf(page)).find((node) => node['@type'] === 'BreadcrumbList');
    const items = (list!['itemListElement'] as readonly Node[]).map(({ name, item }) => ({
      name,
      url: (item as Node)['@id'],
    }));
    assert.deepEqual(items, (data as { readonly page: Page }).page.breadcrumb);
  }
});

test('events say where they are, and webinars where to watch them', async () => {
  const where = async (slug: string): Promise<unknown> => {
    const { eventAttendanceMode, location } = await main(`resource(by: {slug: "${slug}"})`);
    return [String(eventAttendanceMode).replace('https://schema.org/', ''), location];
  };
  assert.deepEqual(await where('webinar'), [
    'OnlineEventAttendanceMode',
    { '@type': 'VirtualLocation', url: 'https://join.example/1' },
  ]);
  assert.deepEqual(await where('meetup'), [
    'OfflineEventAttendanceMode',
    { '@type': 'Place', name: 'The old mill', address: 'Mill Lane 1, Barrow' },
  ]);
  assert.deepEqual(await where('conference'), [
    'MixedEventAttendanceMode',
    [
      { '@type': 'Place', name: 'Town hall, Barrow', address: 'Town hall, Barrow' },
      { '@type': 'VirtualLocation', url: 'https://blog.example/resources/conference' },
    ],
  ]);
  const { endDate, recordedIn } = await main('resource(by: {slug: "recording"})');
  assert.equal(endDate, '2026-02-01T10:45:00.000Z');
  const { embedUrl, duration } = recordedIn as Node;
  assert.deepEqual([embedUrl, duration], ['https://www.youtube.com/embed/abcdefghijk', 'PT45M']);
  const announced = await main('resource(by: {slug: "announced"})');
  assert.equal(announced['sameAs'], 'https://join.example/2');
  assert.equal((announced['recordedIn'] as Node)['sameAs'], 'https://youtu.be/abcdefghijk');
});
