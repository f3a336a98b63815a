/** What a record must be like to be stored. The importers make such records; nobody has to trust them. */
import { z } from 'zod';
import type {
  AuthorRecord,
  CategoryRecord,
  EditorPicksRecord,
  ImageRecord,
  Json,
  MenuItemRecord,
  PostRecord,
  RedirectRecord,
  ResourceRecord,
  SeriesRecord,
  SiteRecord,
  TagRecord,
  TraceRecord,
} from '../domain/blog-record.ts';
import { normalisePath } from '../domain/permalink.ts';
import { cleanObject, cleanText, isSafeUrl } from './clean-text.ts';

const text = (max: number) => z.string().overwrite(cleanText).max(max);
const key = text(1000).min(1);
const name = text(500)
  .overwrite((value) => value.trim())
  .min(1);
const prose = text(50_000).nullable();
const markdown = text(5_000_000);
const short = text(1000).nullable();

/** An index entry of PostgreSQL holds about 2,700 bytes. */
const fitsIndex = (value: string): boolean => Buffer.byteLength(value) <= 2000;
const slug = text(300)
  .regex(/^(?!\.\.?$)[^\s/?#\\\p{Cc}]+$/u, 'is not one segment of a path')
  .refine(fitsIndex, 'is too long');
const treePath = text(1000)
  .regex(/^[^\s/?#\\]+(?:\/[^\s/?#\\]+)*$/u, 'is not slugs joined by "/"')
  .refine(fitsIndex, 'is too long');
const path = z
  .string()
  .regex(/^\//, 'does not begin with "/"')
  .overwrite((value) => normalisePath(cleanText(value)))
  .refine(fitsIndex, 'is too long');
const language = z
  .string()
  .regex(/^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,4}$/i, 'is not a language tag such as "en" or "pt-BR"');
const moment = z.date().min(new Date('0001-01-01T00:00:00Z')).max(new Date('9999-12-31T23:59:59.999Z'));
const date = moment.nullable();

/** A link that no browser may follow is dropped; `check-blog.ts` tells. */
const url = text(2000)
  .nullable()
  .transform((value) => (value !== null && isSafeUrl(value) ? value : null));
const address = text(2000).refine(isSafeUrl, 'is neither http(s) nor a path of the site');

const metadata = z
  .custom<Readonly<Record<string, Json>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  )
  .transform((value) => cleanObject(value))
  .refine((value) => JSON.stringify(value).length <= 200_000, 'is longer than 200,000 characters');

const imageFile = z.object({
  file: key,
  sha256: z.string().regex(/^[\da-f]{64}$/),
  mimeType: text(200),
  byteSize: z.int().min(0),
  width: z.int().min(0).nullable(),
  height: z.int().min(0).nullable(),
  servedAs: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,100}$/)
    .exactOptional(),
});
const pixels = z.int().min(0).max(1_000_000).nullable().exactOptional();
export const imageShape: z.ZodType<ImageRecord> = z.union(
  [imageFile, z.object({ url: address, width: pixels, height: pixels })],
  'is neither a file nor an address',
);

/** As `entityId` makes it. */
const id = z
  .string()
  .regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/, 'is not an id')
  .exactOptional();

const image = imageShape;

const addressed = { slug, path };

/** The text of a post. */
export const postBodyShape = z.object({ markdown });

/** A post but for its text, which is checked by itself, since it may lie in a file. */
export const postShape: z.ZodType<Omit<PostRecord, 'markdown'>> = z.object({
  key,
  ...addressed,
  language,
  title: name,
  subtitle: short,
  description: prose,
  summary: prose,
  wanted: z.enum(['draft', 'published']),
  publishedAt: date,
  updatedAt: date,
  authors: z.array(key).max(100),
  tags: z.array(key).max(500),
  categories: z.array(key).max(100),
  cover: z.object({ image, alt: prose, caption: prose }).nullable(),
  images: z.record(z.string(), imageFile),
  canonicalUrl: url,
  seoTitle: short,
  seoDescription: prose,
  shareImage: image.nullable(),
  noIndex: z.boolean(),
  aliases: z.array(path).max(1000),
  related: z.array(key).max(100),
  supersededBy: key.nullable(),
  translationKey: key.nullable(),
  metadata,
  id,
  firstPublishedAt: moment.exactOptional(),
  translationId: id,
});

export const authorShape: z.ZodType<AuthorRecord> = z.object({
  key,
  ...addressed,
  name,
  kind: z.enum(['PERSON', 'ORGANISATION']),
  role: short,
  bio: prose,
  url,
  avatar: image.nullable(),
  links: z.array(z.object({ label: text(500), url: address })).max(100),
  declared: z.boolean(),
  metadata,
});

export const tagShape: z.ZodType<TagRecord> = z.object({
  ...addressed,
  name,
  description: prose,
  declared: z.boolean(),
});

export const categoryShape: z.ZodType<CategoryRecord> = z.object({
  treePath,
  ...addressed,
  name,
  description: prose,
  declared: z.boolean(),
});

export const seriesShape: z.ZodType<SeriesRecord> = z.object({
  key,
  ...addressed,
  title: name,
  description: prose,
  language,
  plannedTotal: z.int().min(1).max(10_000).nullable(),
  declared: z.boolean(),
  parts: z
    .array(
      z.object({
        position: z.int().min(1).max(100_000),
        title: short,
        summary: prose,
        post: key.nullable(),
        announced: z.boolean(),
      }),
    )
    .refine(
      (parts) => new Set(parts.map((part) => part.position)).size === parts.length,
      'use a position twice',
    ),
  id,
});

export const resourceShape: z.ZodType<ResourceRecord> = z
  .object({
    key,
    ...addressed,
    title: name,
    kind: z.enum(['WEBINAR', 'VIDEO', 'EBOOK', 'REPORT', 'DEMO', 'CUSTOMER_STORY', 'EVENT']),
    eventKind: z.enum(['WORKSHOP', 'MEETUP', 'USER_CALL', 'CONFERENCE', 'OTHER']).nullable(),
    wanted: z.enum(['draft', 'published']),
    language,
    markdown,
    url,
    links: z.array(z.object({ label: text(500), url: address })).max(100),
    startsAt: date,
    endsAt: date,
    durationMinutes: z.int().min(0).max(1_000_000).nullable(),
    image: z.object({ image, alt: prose }).nullable(),
    tags: z.array(key).max(500),
    speakers: z.array(key).max(100),
    metadata,
    id,
  })
  .refine(
    ({ kind, eventKind }) => eventKind === null || kind === 'EVENT',
    'is of a sort of event, but no event',
  )
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt <= endsAt, 'ends before it begins');

export const redirectShape: z.ZodType<RedirectRecord> = z.object({ file: key, path, target: address });

export const traceShape: z.ZodType<TraceRecord> = z.object({ path, target: address.nullable() });

export const editorPicksShape: z.ZodType<EditorPicksRecord> = z.object({
  post: path,
  picks: z.array(path).max(100),
});

const menuItem: z.ZodType<MenuItemRecord> = z.lazy(() =>
  z.object({ label: text(500), url, children: z.array(menuItem).max(200) }),
);

export const siteShape: z.ZodType<SiteRecord> = z.object({
  name,
  url,
  tagline: prose,
  description: prose,
  defaultLanguage: language,
  languages: z.array(z.object({ code: language, name: text(200), available: z.boolean() })).max(500),
  menus: z.record(text(100), z.array(menuItem).max(200)),
  announcements: z.array(z.object({ text: text(5000), url, from: short, until: short })).max(200),
  callsToAction: z
    .array(z.object({ title: text(500), text: prose, label: text(500), url: address }))
    .max(200),
  permalinks: z.record(text(100), text(1000)),
});
