import type { BlogReader } from './blog-reader.ts';

/** A format that blogs come in. */
export interface Format {
  /** What a person calls it, in messages. */
  readonly title: string;
  /** Loads its reader: a parser that nobody needs is not loaded. */
  readonly load: () => Promise<BlogReader>;
}

/** Every format, by the name that `--format` takes. */
export const formats = {
  markdown: {
    title: 'a folder in Markdown',
    load: async () => (await import('./markdown/read-folder.ts')).readFolder,
  },
  colophon: {
    title: 'an export of Colophon',
    load: async () => (await import('./colophon/read-export.ts')).readExport,
  },
  wordpress: {
    title: 'an export of WordPress',
    load: async () => (await import('./wordpress/read-wordpress.ts')).readWordpress,
  },
  ghost: {
    title: 'an export of Ghost',
    load: async () => (await import('./ghost/read-ghost.ts')).readGhost,
  },
  feed: {
    title: 'a feed (RSS, Atom, JSON Feed)',
    load: async () => (await import('./feeds/read-feed.ts')).readFeed,
  },
  medium: {
    title: 'an export of Medium',
    load: async () => (await import('./medium/medium-reader.ts')).readMedium,
  },
  devto: {
    title: 'an export of DEV (dev.to)',
    load: async () => (await import('./devto/devto-reader.ts')).readDevto,
  },
  hashnode: {
    title: 'an export of Hashnode',
    load: async () => (await import('./hashnode/hashnode-reader.ts')).readHashnode,
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
