/** What the specifications of feeds demand, as far as documents can be judged by themselves. */
import assert from 'node:assert/strict';
import { all, readXml, textOf } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

const atomNs = '{http://www.w3.org/2005/Atom}';
const dcNs = '{http://purl.org/dc/elements/1.1/}';
const contentNs = '{http://purl.org/rss/1.0/modules/content/}';

const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

type Counts = Readonly<Record<string, readonly [least: number, most: number]>>;

function checkChildren(element: XmlElement, allowed: Counts): void {
  for (const { name } of element.children) assert.ok(name in allowed, `${element.name} holds ${name}`);
  for (const [name, [least, most]] of Object.entries(allowed)) {
    const count = all(element, name).length;
    assert.ok(count >= least && count <= most, `${element.name} holds ${count} ${name}`);
  }
}

const isAddress = (text: string | undefined): boolean => text !== undefined && /^https?:\/\/\S+$/.test(text);
const many = Number.MAX_SAFE_INTEGER;

/** RSS 2.0 and the Best Practices Profile (rssboard.org). @returns the items */
export function checkRss(source: string): XmlElement[] {
  const rss = readXml(source);
  assert.equal(rss.name, 'rss');
  assert.deepEqual(rss.attributes['version'], '2.0');
  checkChildren(rss, { channel: [1, 1] });
  const [channel] = all(rss, 'channel');
  checkChildren(channel!, {
    title: [1, 1],
    link: [1, 1],
    description: [1, 1],
    language: [0, 1],
    lastBuildDate: [0, 1],
    generator: [0, 1],
    docs: [0, 1],
    [`${atomNs}link`]: [1, many],
    item: [0, many],
  });
  assert.ok(isAddress(textOf(channel!, 'link')));
  const selves = all(channel!, `${atomNs}link`).filter(({ attributes }) => attributes['rel'] === 'self');
  assert.equal(selves.length, 1);
  assert.equal(selves[0]!.attributes['type'], 'application/rss+xml');
  const built = textOf(channel!, 'lastBuildDate');
  assert.ok(built === undefined || rfc822.test(built));
  const items = all(channel!, 'item');
  for (const item of items) checkRssItem(item);
  assert.equal(new Set(items.map((item) => textOf(item, 'guid'))).size, items.length);
  return items;
}

function checkRssItem(item: XmlElement): void {
  checkChildren(item, {
    title: [0, 1],
    link: [1, 1],
    guid: [1, 1],
    pubDate: [0, 1],
    [`${dcNs}creator`]: [0, many],
    category: [0, many],
    description: [0, 1],
    [`${contentNs}encoded`]: [0, 1],
    enclosure: [0, 1],
    [`${atomNs}updated`]: [0, 1],
  });
  assert.ok(textOf(item, 'title') !== undefined || textOf(item, 'description') !== undefined);
  assert.ok(isAddress(textOf(item, 'link')));
  assert.equal(all(item, 'guid')[0]!.attributes['isPermaLink'], 'false');
  const date = textOf(item, 'pubDate');
  assert.ok(date === undefined || rfc822.test(date), date);
  for (const { attributes } of all(item, 'enclosure')) {
    assert.ok(
      isAddress(attributes['url']) &&
        /^\d+$/.test(attributes['length']!) &&
        attributes['type']!.includes('/'),
    );
  }
}

/** RFC 4287. @returns the entries */
export function checkAtom(source: string): XmlElement[] {
  const feed = readXml(source);
  assert.equal(feed.name, `${atomNs}feed`);
  checkChildren(feed, {
    ...atomMeta,
    [`${atomNs}subtitle`]: [0, 1],
    [`${atomNs}generator`]: [0, 1],
    [`${atomNs}entry`]: [0, many],
  });
  checkAtomMeta(feed);
  const entries = all(feed, `${atomNs}entry`);
  for (const entry of entries) {
    checkChildren(entry, {
      ...atomMeta,
      [`${atomNs}published`]: [0, 1],
      [`${atomNs}summary`]: [0, 1],
      [`${atomNs}content`]: [0, 1],
    });
    checkAtomMeta(entry);
    // An entry without content needs a link to it (section 4.1.1.1), and a summary only then may be missing.
    const links = all(entry, `${atomNs}link`).filter(({ attributes }) => attributes['rel'] === 'alternate');
    assert.equal(links.length, 1);
    assert.ok(textOf(entry, `${atomNs}content`) === undefined || contentType(entry) === 'html');
  }
  const authors = all(feed, `${atomNs}author`);
  assert.ok(authors.length > 0 || entries.every((entry) => all(entry, `${atomNs}author`).length > 0));
  assert.equal(new Set(entries.map((entry) => textOf(entry, `${atomNs}id`))).size, entries.length);
  return entries;
}

const atomMeta: Counts = {
  [`${atomNs}id`]: [1, 1],
  [`${atomNs}title`]: [1, 1],
  [`${atomNs}updated`]: [1, 1],
  [`${atomNs}author`]: [0, many],
  [`${atomNs}category`]: [0, many],
  [`${atomNs}link`]: [1, many],
};

const contentType = (entry: XmlElement): string | undefined =>
  all(entry, `${atomNs}content`)[0]?.attributes['type'];

function checkAtomMeta(element: XmlElement): void {
  assert.match(textOf(element, `${atomNs}id`)!, /^(?:urn|tag|https?):\S+$/);
  for (const name of ['updated', 'published']) {
    const date = textOf(element, `${atomNs}${name}`);
    assert.ok(date === undefined || rfc3339.test(date), date);
  }
  for (const author of all(element, `${atomNs}author`)) {
    checkChildren(author, { [`${atomNs}name`]: [1, 1], [`${atomNs}uri`]: [0, 1] });
  }
  for (const { attributes } of all(element, `${atomNs}category`)) assert.ok(attributes['term']);
  const links = all(element, `${atomNs}link`).map(({ attributes }) => attributes);
  for (const { href } of links) assert.ok(isAddress(href), href);
  // Section 4.1.1: no two alternates of one type and language.
  const alternates = links.filter(({ rel }) => rel === 'alternate').map(({ type }) => type);
  assert.equal(new Set(alternates).size, alternates.length);
}

/** JSON Feed 1.1. @returns the items */
export function checkJsonFeed(source: string): Record<string, unknown>[] {
  const feed = JSON.parse(source) as Record<string, unknown>;
  assert.equal(feed['version'], 'https://jsonfeed.org/version/1.1');
  checkNames(feed, {
    version: 'string',
    title: 'string',
    home_page_url: 'string',
    feed_url: 'string',
    description: 'string?',
    language: 'string',
    items: 'array',
  });
  const items = feed['items'] as Record<string, unknown>[];
  for (const item of items) {
    checkNames(item, {
      id: 'string',
      url: 'string',
      title: 'string',
      content_html: 'string?',
      content_text: 'string?',
      summary: 'string?',
      image: 'string?',
      date_published: 'string?',
      date_modified: 'string?',
      authors: 'array?',
      tags: 'array?',
      language: 'string',
    });
    assert.ok('content_html' in item || 'content_text' in item);
    for (const name of ['date_published', 'date_modified']) {
      assert.ok(item[name] === undefined || (typeof item[name] === 'string' && rfc3339.test(item[name])));
    }
    for (const author of (item['authors'] ?? []) as Record<string, unknown>[]) {
      checkNames(author, { name: 'string', url: 'string' });
    }
  }
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  return items;
}

function checkNames(value: Record<string, unknown>, rules: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(value)) assert.ok(name in rules, name);
  for (const [name, rule] of Object.entries(rules)) {
    const found = value[name];
    if (rule.endsWith('?') && found === undefined) continue;
    assert.equal(Array.isArray(found) ? 'array' : typeof found, rule.replace('?', ''), name);
  }
}
