/**
 * The plain records that every importer hands to the actions: what a blog says, before it is stored.
 * An importer resolves everything that needs the whole blog (whose id is "jane", which slug is free,
 * which file a link names); an action needs nothing but the record and the database.
 */

/** Any value JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A whole blog, as one importer read it. Every list is complete and in a stable order. */
export interface BlogRecord {
  /** Name of the import, part of the identity of each record; see `Origin` in the Prisma schema. */
  readonly source: string;
  /** Absent when the blog says nothing about itself: then what is stored stays. */
  readonly site: SiteRecord | null;
  readonly authors: readonly AuthorRecord[];
  readonly tags: readonly TagRecord[];
  /** Parents stand before their children. */
  readonly categories: readonly CategoryRecord[];
  readonly posts: readonly PostRecord[];
  readonly series: readonly SeriesRecord[];
  readonly resources: readonly ResourceRecord[];
  readonly redirects: readonly RedirectRecord[];
  readonly problems: readonly Problem[];
  /** Files that were read and are no content (a README, a listing page), with the reason. */
  readonly skipped: readonly SkippedFile[];
  /** A part of it could not be read, and nobody knows what was in it: nothing is removed for being absent. */
  readonly incomplete?: boolean;
  /**
   * It is the newest of a list that goes on (a feed): what is stored and not in it is neither missing nor moved,
   * and stays as it is.
   */
  readonly isWindow?: boolean;
  /** Where the blog stands, when that is not `site.url`: absolute links that lead there are links to itself. */
  readonly siteUrl?: string | null;
  /** What stays of content that moved or was removed. Only an export of our own tells. */
  readonly traces?: readonly TraceRecord[];
  /** Picks that were made beside the blog. Only an export of our own tells. */
  readonly editorPicks?: readonly EditorPicksRecord[];
  /** Images that are kept whether or not a record shows them. */
  readonly images?: readonly ImageRecord[];
}

/** A path that leads elsewhere, or says that nothing will be found there again, though no file of the blog says so. */
export interface TraceRecord {
  readonly path: string;
  /** The path of what stands there now, or an absolute URL; null: it was removed. */
  readonly target: string | null;
}

/** The posts that an editor picked as worth reading next, in order; all by their paths. */
export interface EditorPicksRecord {
  readonly post: string;
  readonly picks: readonly string[];
}

/**
 * `error`: the file did not go in (exit code 1). `warning`: it went in, something was not understood.
 * `suggestion`: nothing is wrong, and it could be better.
 */
export type Severity = 'error' | 'warning' | 'suggestion';

/** Something wrong with one file, said so that its author can mend it. */
export interface Problem {
  readonly severity: Severity;
  /** Path relative to the imported folder, with "/". */
  readonly file: string;
  /** Counted from 1; null when the whole file is meant. */
  readonly line: number | null;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

export interface SkippedFile {
  readonly file: string;
  readonly why: string;
}

/** A file of the blog; its bytes are read when it is stored. */
export interface ImageFileRecord {
  /** Path relative to the imported folder, with "/". */
  readonly file: string;
  /** Hex. */
  readonly sha256: string;
  readonly mimeType: string;
  readonly byteSize: number;
  /** Pixels; null when the file does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** The name it is served under, when that is not the file's own: letters, digits, ".", "_" and "-". */
  readonly servedAs?: string;
}

/** An image elsewhere: an absolute http(s) URL, or a path of the site such as "/assets/x.png". */
export interface ImageUrlRecord {
  readonly url: string;
  /** Pixels, where the blog says so. */
  readonly width?: number | null;
  readonly height?: number | null;
}

export type ImageRecord = ImageFileRecord | ImageUrlRecord;

export interface PostRecord {
  /** Path of the file relative to the imported folder, with "/": its identity within the source. */
  readonly key: string;
  /** Unique within the language and this blog. */
  readonly slug: string;
  /** Site path, unique in this blog, beginning with "/" and without a trailing one. */
  readonly path: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly description: string | null;
  /** The author's own summary, Markdown or text; null when there is none. */
  readonly summary: string | null;
  /**
   * CommonMark with GFM and raw HTML; a more-mark stays in, as `<!--more-->`. A blog may be larger than memory:
   * this may be a getter that reads it anew each time, so nobody keeps it, nor copies a post by spreading it.
   */
  readonly markdown: string;
  /** What the author wants. A published post dated later than the write is stored as scheduled. */
  readonly wanted: 'draft' | 'published';
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  /** Keys of `AuthorRecord`s, in byline order. */
  readonly authors: readonly string[];
  /** Slugs of `TagRecord`s. */
  readonly tags: readonly string[];
  /** Tree paths of `CategoryRecord`s; the first is the post's category. */
  readonly categories: readonly string[];
  readonly cover: {
    readonly image: ImageRecord;
    readonly alt: string | null;
    readonly caption: string | null;
  } | null;
  /** Image files the body refers to: the reference as written -> the file. */
  readonly images: Readonly<Record<string, ImageFileRecord>>;
  readonly canonicalUrl: string | null;
  /** What search engines and cards are told in place of title, description and cover. */
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly shareImage: ImageRecord | null;
  /** Its author does not want it found by search engines. */
  readonly noIndex: boolean;
  /** Site paths that lead here. */
  readonly aliases: readonly string[];
  /** Keys of posts that an editor picked as worth reading next. */
  readonly related: readonly string[];
  /** Key of the post to read instead. */
  readonly supersededBy: string | null;
  /** Shared by the posts that say the same in other languages; null when there is only this one. */
  readonly translationKey: string | null;
  /** Front matter that no field holds. */
  readonly metadata: { readonly [key: string]: Json };
  /** The id it had where it was exported; else one is made of source and key. */
  readonly id?: string;
  /** When the public first saw it, where that is known better than by its date. */
  readonly firstPublishedAt?: Date;
  /** The id that it shared with its translations where it was exported, in place of `translationKey`. */
  readonly translationId?: string;
}

export interface AuthorRecord {
  /** Identity within the source: the id in authors.yml, else the slug of the name. */
  readonly key: string;
  readonly slug: string;
  readonly path: string;
  readonly name: string;
  readonly kind: 'PERSON' | 'ORGANISATION';
  readonly role: string | null;
  readonly bio: string | null;
  readonly url: string | null;
  readonly avatar: ImageRecord | null;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** From a data file or a page of its own, not only from a byline. */
  readonly declared: boolean;
  readonly metadata: { readonly [key: string]: Json };
}

export interface TagRecord {
  readonly slug: string;
  readonly path: string;
  /** The most frequent spelling. */
  readonly name: string;
  readonly description: string | null;
  readonly declared: boolean;
}

export interface CategoryRecord {
  /** Slugs from the root joined by "/". */
  readonly treePath: string;
  readonly slug: string;
  readonly path: string;
  readonly name: string;
  readonly description: string | null;
  readonly declared: boolean;
}

export interface SeriesRecord {
  readonly key: string;
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  readonly description: string | null;
  readonly language: string;
  readonly plannedTotal: number | null;
  readonly declared: boolean;
  /** Positions are unique and ascending, counted from 1; gaps are allowed. */
  readonly parts: readonly SeriesPartRecord[];
  /** The id it had where it was exported. */
  readonly id?: string;
}

export interface SeriesPartRecord {
  readonly position: number;
  readonly title: string | null;
  readonly summary: string | null;
  /** Key of the post; null: to come. */
  readonly post: string | null;
  /** The series file names this part, so it may show before its post does. */
  readonly announced: boolean;
}

export type ResourceKindName = 'WEBINAR' | 'VIDEO' | 'EBOOK' | 'REPORT' | 'DEMO' | 'CUSTOMER_STORY' | 'EVENT';
export type EventKindName = 'WORKSHOP' | 'MEETUP' | 'USER_CALL' | 'CONFERENCE' | 'OTHER';

export interface ResourceRecord {
  readonly key: string;
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  readonly kind: ResourceKindName;
  /** Only for kind EVENT. */
  readonly eventKind: EventKindName | null;
  readonly wanted: 'draft' | 'published';
  readonly language: string;
  readonly markdown: string;
  readonly url: string | null;
  /** Further places: slides beside a recording, a recording beside the registration. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly durationMinutes: number | null;
  readonly image: { readonly image: ImageRecord; readonly alt: string | null } | null;
  readonly tags: readonly string[];
  readonly speakers: readonly string[];
  readonly metadata: { readonly [key: string]: Json };
  /** The id it had where it was exported. */
  readonly id?: string;
}

export interface RedirectRecord {
  /** File that says so. */
  readonly file: string;
  readonly path: string;
  /** Site path or absolute http(s) URL. */
  readonly target: string;
}

export interface MenuItemRecord {
  readonly label: string;
  readonly url: string | null;
  readonly children: readonly MenuItemRecord[];
}

export interface SiteRecord {
  readonly name: string;
  readonly url: string | null;
  readonly tagline: string | null;
  readonly description: string | null;
  readonly defaultLanguage: string;
  readonly languages: readonly {
    readonly code: string;
    readonly name: string;
    readonly available: boolean;
  }[];
  readonly menus: { readonly [place: string]: readonly MenuItemRecord[] };
  readonly announcements: readonly {
    readonly text: string;
    readonly url: string | null;
    /** ISO 8601. */
    readonly from: string | null;
    readonly until: string | null;
  }[];
  readonly callsToAction: readonly {
    readonly title: string;
    readonly text: string | null;
    readonly label: string;
    readonly url: string;
  }[];
  /** Patterns by kind: post, tag, category, author, series, resource. */
  readonly permalinks: { readonly [kind: string]: string };
}
