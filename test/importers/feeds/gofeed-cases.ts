/** gofeed's cases as they lie beside the project, and what becomes of them. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseFeed } from '../../../src/importers/feeds/parse/parse-feed.ts';
import { decodeFeed } from '../../../src/importers/feeds/xml/decode-feed.ts';
import { parseXml } from '../../../src/importers/feeds/xml/parse-xml.ts';
import type { Shape } from './gofeed-extensions.ts';
import { compareShapes, type Comparison } from './gofeed-compare.ts';
import { jsonShape } from './gofeed-json-shape.ts';
import { atomShape, rssShape, universalShape } from './gofeed-shape.ts';

export const corpus = join(import.meta.dirname, '../../../../shared/corpora/feeds/gofeed/testdata');

export const groups = [
  'parser/atom',
  'parser/rss',
  'parser/json',
  'translator/atom',
  'translator/rss',
  'translator/json',
  'extensions/dublincore',
  'extensions/itunes',
  'extensions/media',
] as const;

export interface Case extends Comparison {
  readonly name: string;
}

/** Every case of a group, compared. */
export function casesOf(group: (typeof groups)[number]): Case[] {
  const folder = join(corpus, group);
  const feeds = readdirSync(folder).filter((name) =>
    group.endsWith('json') ? /^[^/]*(?<!_expected)\.json$/.test(name) : name.endsWith('.xml'),
  );
  return feeds.sort().map((name) => {
    const expected = join(
      folder,
      group.endsWith('json') ? name.replace('.json', '_expected.json') : name.replace(/xml$/, 'json'),
    );
    return {
      name: `${group}/${basename(name)}`,
      ...compareShapes(readJson(expected), shapeOf(group, join(folder, name))),
    };
  });
}

function shapeOf(group: string, file: string): Shape {
  const text = decodeFeed(readFileSync(file), null);
  const reading = parseFeed(text);
  if (reading === null) return { refused: true };
  const { feed } = reading;
  const root = feed.format === 'json' ? null : parseXml(text).root;
  if (!group.startsWith('parser/')) return universalShape(feed, root);
  if (root === null) return jsonShape(feed, readJson(file));
  return feed.format === 'atom' ? atomShape(feed, root) : rssShape(feed, root);
}

function readJson(file: string): Shape {
  return JSON.parse(readFileSync(file, 'utf8')) as Shape;
}
