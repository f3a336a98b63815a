/**
 * What the readers of other systems' exports (WordPress, Ghost, feeds, Medium, DEV, Hashnode) hand to
 * `assemble-blog.ts`: what the export says, in its own words. Assembling settles what needs the whole blog:
 * free slugs, paths, redirects from old addresses, links between posts, HTML to Markdown, names of terms.
 */
import type { Json } from '../../domain/blog-record.ts';
import type { MarkdownDialect } from './markdown-dialect.ts';

/** Where something stands, for messages. */
export interface Place {
  /** The file of the export, by its name. */
  readonly file: string;
  /** Counted from 1; null where the format has no lines that tell. */
  readonly line: number | null;
}

export interface ForeignBlog {
  readonly source: string;
  /** Null: the export says nothing about its site. */
  readonly site: ForeignSite | null;
  /**
   * The posts stay where they are, and this site shows them too (a feed): the site is another's, so nothing of
   * this one is changed after it, no path here leads to a post because it led there, and a link to another post
   * of it leads here only where that post came along. Default: the blog moves here.
   */
  readonly staysElsewhere?: boolean;
  readonly authors: readonly ForeignAuthor[];
  readonly tags: readonly ForeignTerm[];
  readonly categories: readonly ForeignCategory[];
  readonly series: readonly ForeignSeries[];
  readonly posts: readonly ForeignPost[];
  /** Moves that the export names beside those of its posts: old address -> new one, or a path elsewhere. */
  readonly redirects: readonly {
    readonly from: string;
    readonly to: string;
    readonly place: Place;
  }[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  /** A part of the export could not be read: nothing is removed for being absent. Handed on to the record. */
  readonly incomplete?: boolean;
}

export interface ForeignSite {
  readonly name: string;
  /** Where the site stood; links to it are links between posts. */
  readonly url: string | null;
  readonly tagline: string | null;
  readonly description: string | null;
  /** BCP 47; null: not said. */
  readonly language: string | null;
}

export interface ForeignImage {
  /** Absolute, or relative to the site; or a file of the export, where `files` of the assembly knows it. */
  readonly url: string;
  readonly alt: string | null;
  /** Text or HTML. */
  readonly caption: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

export interface ForeignAuthor {
  /** Identity within the export: login, id, or the name itself. */
  readonly key: string;
  readonly name: string;
  readonly slug: string | null;
  /** Null: a person. */
  readonly kind: 'PERSON' | 'ORGANISATION' | null;
  readonly bio: string | null;
  readonly url: string | null;
  readonly avatar: string | null;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Where the page about them stood, absolute or a path: it redirects to the new one. */
  readonly oldUrl?: string | null;
}

export interface ForeignTerm {
  readonly key: string;
  readonly name: string;
  readonly slug: string | null;
  readonly description: string | null;
  /** Where its page stood, absolute or a path: it redirects to the new one. */
  readonly oldUrl?: string | null;
}

export interface ForeignCategory extends ForeignTerm {
  /** Key of the category above it. */
  readonly parent: string | null;
}

export interface ForeignSeries extends ForeignTerm {
  /** How many parts it is to have; null: not said. */
  readonly plannedTotal: number | null;
}

export interface ForeignBody {
  readonly format: 'html' | 'markdown' | 'text';
  readonly text: string;
  /** How its system reads Markdown. Default: as CommonMark and GFM do. */
  readonly dialect?: MarkdownDialect;
}

export interface ForeignPost {
  /** Identity within the export, the same in a later one: "post/123", a guid. */
  readonly key: string;
  readonly place: Place;
  /** Text or HTML; empty: assembling takes the first words of the body. */
  readonly title: string;
  readonly subtitle: string | null;
  readonly slug: string | null;
  /** Where it stood, absolute or a path; its path redirects to the new one. */
  readonly url: string | null;
  /** Further addresses that led to it. */
  readonly oldUrls: readonly string[];
  /** Null: the site's. */
  readonly language: string | null;
  /**
   * Called once or twice, never kept: a body may lie in a file. Several are pieces that stand below each other,
   * each read by itself (Ghost's cards: an open tag in one ends with it), joined by an empty line.
   */
  readonly body: () => ForeignBody | readonly ForeignBody[];
  /** The author's own summary, text or HTML. */
  readonly excerpt: string | null;
  readonly description: string | null;
  readonly wanted: 'draft' | 'published';
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  /** Keys, in byline order. */
  readonly authors: readonly string[];
  /** Keys. */
  readonly tags: readonly string[];
  /** Keys; the first is the post's category. */
  readonly categories: readonly string[];
  /** Keys; `position` null: in the order of publication. */
  readonly series: readonly { readonly key: string; readonly position: number | null }[];
  readonly cover: ForeignImage | null;
  readonly canonicalUrl: string | null;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly shareImage: string | null;
  readonly noIndex: boolean;
  /** Shared by the versions of one text in several languages. */
  readonly translationKey: string | null;
  readonly metadata: Readonly<Record<string, Json>>;
}
