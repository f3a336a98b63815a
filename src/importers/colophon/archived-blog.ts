import type {
  AuthorEntry,
  CategoryEntry,
  ImageEntry,
  PostEntry,
  RedirectEntry,
  ResourceEntry,
  SeriesEntry,
  SiteEntry,
  TagEntry,
} from '../../domain/archive/entries.ts';

/** An entry, and where it stands, for problems. */
export interface Placed<E> {
  readonly entry: E;
  readonly file: string;
  /** The line that a field of it stands in; null when nobody knows. */
  readonly lineOf: (name: string) => number | null;
}

/** An entry with a text, which may lie in its file until it is asked for. */
export interface WithText<E> extends Placed<E> {
  readonly markdown: string;
}

/** All that an export holds, as its files say it. */
export interface ArchivedBlog {
  readonly site: SiteEntry | null;
  readonly authors: readonly AuthorEntry[];
  readonly tags: readonly TagEntry[];
  readonly categories: readonly CategoryEntry[];
  readonly series: readonly Placed<SeriesEntry>[];
  readonly redirects: readonly RedirectEntry[];
  readonly images: readonly ImageEntry[];
  /** The file that names the images. */
  readonly imageList: string;
  readonly posts: readonly WithText<PostEntry>[];
  readonly resources: readonly WithText<ResourceEntry>[];
  /** A part could not be read. */
  readonly incomplete: boolean;
}
