import type { ReadScope } from '../loaders/scope.ts';

/** What building a page needs to know. One a request, like every scope. */
export interface WebScope extends ReadScope {
  /** Whether search engines may list what is served here. */
  readonly indexing: boolean;
  /** Bytes that one answer should not exceed. */
  readonly maxBytes: number;
}

/** What a page answers. */
export type PageAnswer =
  | {
      readonly status: 200;
      /** With its charset. */
      readonly type: string;
      readonly text: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 302: it stands elsewhere for those who ask so. */
  | { readonly status: 301 | 302; readonly location: string }
  | { readonly status: 404 | 410; readonly error: string };

/** One address that is served beside the graph. */
export interface WebPage {
  /** What it is, for the log: "rss", "sitemap", "post". */
  readonly kind: string;
  /** All of the address that its text depends on: with the content version and the settings it makes the ETag. */
  readonly key: string;
  /** Whether there is something to serve, found without reading it; null: always. */
  readonly exists: ((scope: WebScope) => Promise<boolean>) | null;
  readonly read: (scope: WebScope) => Promise<PageAnswer>;
}

/** The parts of an address that a page can depend on. */
export interface PageAddress {
  /** As it was sent, percent-encoded. */
  readonly pathname: string;
  /** With its "?", or empty. */
  readonly search: string;
  readonly query: URLSearchParams;
}

/** An answer of text in UTF-8. */
export function content(
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): PageAnswer {
  return { status: 200, type: `${type}; charset=utf-8`, text, headers };
}

/** For what is not there; hidden content answers the same. */
export const missing: PageAnswer = { status: 404, error: 'There is no such page.' };

/** For what was there and was removed. */
export const gone: PageAnswer = { status: 410, error: 'This was removed.' };
