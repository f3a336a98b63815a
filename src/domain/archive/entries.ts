/**
 * What an export says of each thing, in one declaration: an export writes values of these types, names in this
 * order, and its reader takes nothing else. What is null or empty is left out. Things name each other by what
 * is unique and readable: posts by their paths, authors, tags and series by their slugs, categories by their
 * slugs from the root, images by the address they are served at.
 */
import { z } from 'zod';

/** Dates are text in a file, and dates here. */
const date = z.union([
  z.date(),
  z.iso
    .datetime({ message: 'is not a date such as 2026-01-31T09:00:00Z' })
    .transform((text) => new Date(text)),
]);
const text = z.string();
const texts = z.array(text).exactOptional();
const flag = z.literal(true).exactOptional();
const links = z.array(z.object({ label: text, url: text })).exactOptional();
const metadata = z.record(text, z.json()).exactOptional();
/** What it is in a source: with the source, what it is recognised by when its own blog is imported again. */
const origin = { id: text, source: text, key: text };

export const postEntry = z.object({
  title: text,
  subtitle: text.exactOptional(),
  date: date.exactOptional(),
  lastmod: date.exactOptional(),
  draft: flag,
  language: text,
  slug: text,
  path: text,
  authors: texts,
  tags: texts,
  categories: texts,
  /** Only for those who read it: series.yml says which part it is. */
  series: texts,
  description: text.exactOptional(),
  summary: text.exactOptional(),
  cover: z.object({ image: text, alt: text.exactOptional(), caption: text.exactOptional() }).exactOptional(),
  canonicalUrl: text.exactOptional(),
  seo: z
    .object({
      title: text.exactOptional(),
      description: text.exactOptional(),
      image: text.exactOptional(),
      noIndex: flag,
    })
    .exactOptional(),
  /** All paths that lead here, those in redirects.yml too. */
  aliases: texts,
  related: texts,
  editorPicks: texts,
  supersededBy: text.exactOptional(),
  /** Shared by its translations. */
  translation: text.exactOptional(),
  /** Where it is not the date of a published post. */
  firstPublished: date.exactOptional(),
  ...origin,
  /** Reference in the body -> address of the image. */
  images: z.record(text, text).exactOptional(),
  metadata,
});
export type PostEntry = z.infer<typeof postEntry>;

export const seriesEntry = z.object({
  title: text,
  language: text,
  slug: text,
  path: text,
  description: text.exactOptional(),
  plannedTotal: z.int().exactOptional(),
  declared: flag,
  parts: z
    .array(
      z.object({
        position: z.int(),
        title: text.exactOptional(),
        summary: text.exactOptional(),
        post: text.exactOptional(),
        announced: flag,
      }),
    )
    .exactOptional(),
  ...origin,
});
export type SeriesEntry = z.infer<typeof seriesEntry>;

export const resourceEntry = z.object({
  title: text,
  kind: z.enum(['WEBINAR', 'VIDEO', 'EBOOK', 'REPORT', 'DEMO', 'CUSTOMER_STORY', 'EVENT']),
  eventKind: z.enum(['WORKSHOP', 'MEETUP', 'USER_CALL', 'CONFERENCE', 'OTHER']).exactOptional(),
  startsAt: date.exactOptional(),
  endsAt: date.exactOptional(),
  durationMinutes: z.int().exactOptional(),
  draft: flag,
  language: text,
  slug: text,
  path: text,
  url: text.exactOptional(),
  links,
  image: z.object({ image: text, alt: text.exactOptional() }).exactOptional(),
  tags: texts,
  speakers: texts,
  ...origin,
  metadata,
});
export type ResourceEntry = z.infer<typeof resourceEntry>;

/** The imports that name it; absent when all of them do. */
const sources = texts;

export const authorEntry = z.object({
  name: text,
  slug: text,
  path: text,
  kind: z.enum(['PERSON', 'ORGANISATION']),
  role: text.exactOptional(),
  bio: text.exactOptional(),
  url: text.exactOptional(),
  avatar: text.exactOptional(),
  links,
  declared: flag,
  sources,
  metadata,
});
export type AuthorEntry = z.infer<typeof authorEntry>;

export const tagEntry = z.object({
  name: text,
  slug: text,
  path: text,
  description: text.exactOptional(),
  declared: flag,
  sources,
});
export type TagEntry = z.infer<typeof tagEntry>;

export const categoryEntry = z.object({
  name: text,
  /** Slugs from the root, joined by "/". */
  tree: text,
  slug: text,
  path: text,
  description: text.exactOptional(),
  declared: flag,
  sources,
});
export type CategoryEntry = z.infer<typeof categoryEntry>;

export const redirectEntry = z.object({
  path: text,
  /** Absent: what was there is gone. */
  target: text.exactOptional(),
  /** The files that state it; absent: it was left by something that moved or was removed. */
  statedBy: z.array(z.object({ source: text, file: text })).exactOptional(),
});
export type RedirectEntry = z.infer<typeof redirectEntry>;

export const imageEntry = z.object({
  /** The address it is served at, or of an image elsewhere its own. */
  src: text,
  /** Absent for an image elsewhere. */
  file: text.exactOptional(),
  mimeType: text.exactOptional(),
  width: z.int().exactOptional(),
  height: z.int().exactOptional(),
  byteSize: z.int().exactOptional(),
  sha256: text.exactOptional(),
});
export type ImageEntry = z.infer<typeof imageEntry>;

const menuItem = z.object({
  label: text,
  url: text.nullable(),
  get children() {
    return z.array(menuItem);
  },
});

export const siteEntry = z.object({
  name: text,
  url: text.exactOptional(),
  tagline: text.exactOptional(),
  description: text.exactOptional(),
  defaultLanguage: text,
  languages: z.array(z.object({ code: text, name: text, available: z.boolean() })).exactOptional(),
  menus: z.record(text, z.array(menuItem)).exactOptional(),
  announcements: z
    .array(z.object({ text, url: text.nullable(), from: text.nullable(), until: text.nullable() }))
    .exactOptional(),
  callsToAction: z
    .array(z.object({ title: text, text: text.nullable(), label: text, url: text }))
    .exactOptional(),
  permalinks: z.record(text, text).exactOptional(),
});
export type SiteEntry = z.infer<typeof siteEntry>;
