import { z } from 'zod';

/** The file that marks a folder as an export, and says what is in it. */
export const manifestName = 'colophon.yml';

/** Raised when a folder of an earlier version cannot be read as one of the next. */
export const archiveVersion = 1;

export const manifestShape = z.object({
  format: z.literal('colophon'),
  version: z.literal(archiveVersion),
  layout: z.enum(['markdown', 'json', 'jsonl']),
  /** False while it is being written: an export that was cut off. */
  complete: z.boolean(),
  /** Only what the public sees is in it. */
  public: z.literal(true).exactOptional(),
  /** The imports that its content came from. */
  sources: z.array(
    z.object({
      name: z.string(),
      /** It says what the site is. */
      site: z.literal(true).exactOptional(),
      /** Where its own links say that it stands, when that is not the address of the site. */
      url: z.string().nullable().exactOptional(),
    }),
  ),
  /** All files of the export, itself aside. */
  files: z.array(z.string()),
});

/** What an export is, and all that it wrote. */
export type Manifest = z.infer<typeof manifestShape>;
export type ArchivedSource = Manifest['sources'][number];

/** Where an export in JSON has everything but the images. */
export const jsonName = 'blog.json';
/** Bytes of it at most: a text in JavaScript has no room for more. */
export const maxJsonBytes = 500_000_000;

/** The lists of an export in Markdown, a file each. */
export const listNames = {
  site: 'site.yml',
  authors: 'authors.yml',
  tags: 'tags.yml',
  categories: 'categories.yml',
  series: 'series.yml',
  redirects: 'redirects.yml',
  images: 'images.yml',
} as const;

export const postsFolder = 'posts';
export const resourcesFolder = 'resources';
