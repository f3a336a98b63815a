/**
 * What is known of a page of the site when search engines and cards are told of it. All addresses are
 * absolute, and everything in it may be seen by whoever asks: the loaders saw to that.
 */
import type { AddressedCrumb } from './breadcrumb.ts';

/** The site around a page. */
export interface SiteFacts {
  readonly name: string;
  /** Its home. */
  readonly url: string;
  readonly tagline: string | null;
  readonly description: string | null;
  /** BCP 47. */
  readonly language: string;
  /** Its profiles elsewhere. */
  readonly profiles: readonly string[];
}

/** An image as cards show it. */
export interface PageImage {
  readonly url: string;
  readonly alt: string | null;
  /** In pixels; null when not known. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Somebody who wrote something or speaks in it. */
export interface AgentFacts {
  readonly name: string;
  readonly kind: 'PERSON' | 'ORGANISATION';
  /** Their page on the site. */
  readonly url: string;
  readonly role: string | null;
  readonly bio: string | null;
  readonly image: PageImage | null;
  /** Their pages and profiles elsewhere. */
  readonly profiles: readonly string[];
}

/** What is known of a page at once, without looking at what hangs on it. */
export interface PageBasics {
  readonly site: SiteFacts;
  /** Its own address. */
  readonly url: string;
  /** The address that counts: its own, or that of the page it repeats. */
  readonly canonicalUrl: string;
  /** For search results, with the site's name. */
  readonly title: string;
  /** For cards, which show the site's name apart. */
  readonly cardTitle: string;
  readonly description: string | null;
  readonly language: string;
  readonly noIndex: boolean;
}

/** What every page has. */
export interface PageFacts extends PageBasics {
  readonly images: readonly PageImage[];
  /** Who made it, in the order of the byline. */
  readonly authors: readonly AgentFacts[];
  readonly tags: readonly string[];
  readonly section: string | null;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  readonly breadcrumb: readonly AddressedCrumb[];
  /** The same text in all its languages, this one included; empty when there is only this one. */
  readonly languages: readonly LanguageVersion[];
  /** The series that it is in, by their titles. */
  readonly series: readonly SeriesPlace[];
  /** Feeds that a reader of the page may want. */
  readonly feeds: readonly FeedPlace[];
  /** Its neighbours, where it is one of an ordered set of pages. */
  readonly previousUrl: string | null;
  readonly nextUrl: string | null;
  /** The page to read instead of this one. */
  readonly successorUrl: string | null;
}

/** A text in one of its languages. */
export interface LanguageVersion {
  readonly language: string;
  readonly url: string;
}

/** The place of an article in a series. */
export interface SeriesPlace {
  readonly title: string;
  readonly url: string;
  /** Counted from 1. */
  readonly position: number;
}

/** What a feed tells of, and the page whose address its own ones begin with. */
export interface FeedPlace {
  readonly title: string;
  readonly pageUrl: string;
}
