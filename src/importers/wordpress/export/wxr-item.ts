import type { Spooled } from '../../../spool/spool.ts';
import type { Spool } from '../../../spool/spool.ts';
import { fieldOf } from '../xml/parse-record.ts';
import type { XmlElement } from '../xml/parse-record.ts';
import { itemDates } from './item-dates.ts';
import { isBuilderMeta, isWantedMeta } from './wanted-meta.ts';
import { decoded } from '../../text/decoded.ts';

/** A term as an item names it. */
export interface NamedTerm {
  readonly taxonomy: string;
  readonly slug: string;
  readonly name: string;
}

/** A `<item>`: a post, page, attachment or whatever else WordPress keeps as one. */
export interface WxrItem {
  readonly file: string;
  readonly line: number;
  /** Digits; null when it says no number. */
  readonly id: string | null;
  readonly type: string;
  readonly status: string;
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly creator: string;
  readonly slug: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly isProtected: boolean;
  readonly isSticky: boolean;
  /** Id of the item that it was uploaded with, or stands below. */
  readonly parent: string | null;
  readonly terms: readonly NamedTerm[];
  /** Only what is understood. A name may stand more than once. */
  readonly meta: readonly (readonly [string, string])[];
  readonly excerpt: string;
  readonly attachmentUrl: string;
  readonly content: Spooled;
}

const longestMeta = 200_000;

/** Reads an item; its content goes to the spool. Other texts of it are pieces of the file: not to be kept. */
export function wxrItem(element: XmlElement, file: string, line: number, spool: Spool): WxrItem {
  const field = (name: string): string => fieldOf(element, name);
  return {
    file,
    line,
    id: idOf(field('wp:post_id')),
    type: field('wp:post_type') || 'post',
    status: field('wp:status'),
    title: field('title'),
    link: field('link'),
    guid: field('guid'),
    creator: field('dc:creator'),
    slug: decoded(field('wp:post_name')),
    ...itemDates({
      date: field('wp:post_date'),
      dateGmt: field('wp:post_date_gmt'),
      modified: field('wp:post_modified'),
      modifiedGmt: field('wp:post_modified_gmt'),
      pubDate: field('pubDate'),
    }),
    isProtected: field('wp:post_password') !== '',
    isSticky: field('wp:is_sticky') === '1',
    parent: idOf(field('wp:post_parent')),
    terms: termsOf(element),
    meta: metaOf(element),
    excerpt: field('excerpt:encoded'),
    attachmentUrl: field('wp:attachment_url'),
    content: spool.add(field('content:encoded')),
  };
}

function idOf(written: string): string | null {
  return /^[1-9]\d{0,19}$/.test(written) ? written : null;
}

/** A piece of a string keeps the whole of it in memory, which for an item is its content: a copy does not. */
export function ownText<T>(value: T): T {
  return structuredClone(value);
}

function termsOf(element: XmlElement): NamedTerm[] {
  const terms: NamedTerm[] = [];
  for (const child of element.children) {
    if (child.name !== 'category') continue;
    const taxonomy = child.attributes.get('domain')?.trim() ?? '';
    const name = child.text.trim();
    const slug = termSlug(child.attributes.get('nicename') ?? '') || termSlug(name);
    // WXR 1.0 names each term twice, first without its taxonomy.
    if (taxonomy === '' && child.attributes.get('nicename') === undefined && hasNamesake(element, name))
      continue;
    if (slug !== '') terms.push({ taxonomy: usualTaxonomy(taxonomy), slug, name: name || slug });
  }
  return terms.filter(
    (term, index) =>
      terms.findIndex(({ taxonomy, slug }) => taxonomy === term.taxonomy && slug === term.slug) === index,
  );
}

function hasNamesake(element: XmlElement, name: string): boolean {
  return element.children.some(
    (other) => other.name === 'category' && other.attributes.has('domain') && other.text.trim() === name,
  );
}

/** WXR 1.0 says "tag". */
function usualTaxonomy(domain: string): string {
  if (domain === 'tag') return 'post_tag';
  return domain === '' ? 'category' : domain;
}

function metaOf(element: XmlElement): (readonly [string, string])[] {
  const isEmpty = fieldOf(element, 'content:encoded').trim() === '';
  return element.children.flatMap((child) => {
    if (child.name !== 'wp:postmeta') return [];
    const name = fieldOf(child, 'wp:meta_key');
    const value = fieldOf(child, 'wp:meta_value');
    if (isEmpty && isBuilderMeta(name)) return [[name, value] as const];
    return isWantedMeta(name) && value !== '' ? [[name, value.slice(0, longestMeta)] as const] : [];
  });
}

/** A slug as it is compared: exports write it percent-encoded, or, made by other programs, as a name. */
export function termSlug(written: string): string {
  return decoded(written.trim()).toLowerCase().replace(/\s+/g, '-');
}

/** The first value of a name. */
export function metaValue(item: Pick<WxrItem, 'meta'>, name: string): string | null {
  return item.meta.find(([known]) => known === name)?.[1] ?? null;
}
