import type { PageFacts, PageImage } from './page-facts.ts';
import { handleIn } from './web-profiles.ts';

/** The kinds of object that our pages are, as ogp.me names them. */
export type OpenGraphType = 'article' | 'profile' | 'website' | 'video.other' | 'book';

/** The Open Graph protocol (ogp.me): what a card on another site shows of a page. */
export interface OpenGraph {
  readonly type: OpenGraphType;
  readonly title: string;
  readonly description: string | null;
  readonly url: string;
  readonly siteName: string;
  /** language_TERRITORY */
  readonly locale: string;
  readonly alternateLocales: readonly string[];
  readonly images: readonly PageImage[];
  readonly publishedTime: Date | null;
  readonly modifiedTime: Date | null;
  /** Pages of its authors. */
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly tags: readonly string[];
}

/** What X reads beside Open Graph (its cards markup); others read it too. */
export interface TwitterCard {
  readonly card: 'SUMMARY' | 'SUMMARY_LARGE_IMAGE';
  readonly title: string;
  readonly description: string | null;
  readonly image: PageImage | null;
  /** Handles, with "@". */
  readonly site: string | null;
  readonly creator: string | null;
}

/** What Open Graph says of a page; the times, authors, section and tags are an article's alone. */
export function openGraphOf(page: PageFacts, type: OpenGraphType): OpenGraph {
  const article = type === 'article';
  const locale = openGraphLocale(page.language);
  const others = page.languages.map(({ language }) => openGraphLocale(language));
  return {
    type,
    title: page.cardTitle,
    description: page.description,
    url: page.canonicalUrl,
    siteName: page.site.name,
    locale,
    alternateLocales: [...new Set(others)].filter((other) => other !== locale),
    images: page.images,
    publishedTime: article ? page.publishedAt : null,
    modifiedTime: article ? (page.updatedAt ?? page.publishedAt) : null,
    authors: article ? page.authors.map(({ url }) => url) : [],
    section: article ? page.section : null,
    tags: article ? page.tags : [],
  };
}

/** A card is large when it has an image that is known to be neither small nor a portrait. */
export function twitterCardOf(page: PageFacts): TwitterCard {
  const image = page.images[0] ?? null;
  return {
    card: image !== null && isLarge(image) ? 'SUMMARY_LARGE_IMAGE' : 'SUMMARY',
    title: page.cardTitle,
    description: page.description,
    image,
    site: handleIn(page.site.profiles),
    creator: page.authors.map(({ profiles }) => handleIn(profiles)).find((handle) => handle !== null) ?? null,
  };
}

/** X wants 300 x 157 at least, and cuts to 2:1. */
function isLarge({ width, height }: PageImage): boolean {
  return width === null || height === null || (width >= 300 && height >= 157 && width > height);
}

/** "pt-BR" is pt_BR; "en" is en_US: Open Graph knows no language without a territory. */
export function openGraphLocale(language: string): string {
  try {
    const { language: code, region } = new Intl.Locale(language).maximize();
    return region === undefined ? code : `${code}_${region}`;
  } catch {
    // Not well-formed (BCP 47).
    return language.replaceAll('-', '_');
  }
}
