import type { ForeignPost } from '../foreign/foreign-blog.ts';
import type { Spooled, Spool } from '../../spool/spool.ts';
import { hasClass } from '../../domain/tree-elements.ts';
import { parseDate } from '../markdown/fields/dates.ts';
import { escaped } from '../text/html-source.ts';
import { isBeginningOf, standsIn } from '../text/is-beginning-of.ts';
import { isMediumHost, postId, shortAddress, slugIn } from './addresses.ts';
import { cleanBody } from './clean-body.ts';
import { allIn, lineOf } from './elements.ts';
import type { PostPage } from './post-page.ts';

export interface PostOptions {
  /** Name of the file in the export. */
  readonly file: string;
  /** Keys of who wrote it. */
  readonly authors: readonly string[];
  /** Keys of its tags. */
  readonly tags: readonly string[];
  /** Numbers of all posts of the export. */
  readonly known: ReadonlySet<string>;
  readonly spool: Spool;
}

/** A post of Medium's as the whole blog needs it; its text goes to the spool. */
export function readPost(page: PostPage, { file, authors, tags, known, spool }: PostOptions): ForeignPost {
  const number = numberOf(page, file);
  const draft = isDraft(page, file);
  const { html, subtitle, kicker, cover } = cleanBody(page.body, page.title, (href) =>
    ownAddress(href, known),
  );
  const { url, oldUrls, canonicalUrl } = placesOf(page, number);
  const place: Spooled = spool.add(html);
  const summary =
    page.summary === null || page.summary === subtitle || standsIn(page.summary, html) ? null : page.summary;
  return {
    key: keyOf(page, file),
    place: { file, line: null },
    title: escaped(page.title ?? ''),
    subtitle: subtitle === null ? null : escaped(subtitle),
    slug: slugIn(url ?? file) ?? slugIn(file),
    url,
    oldUrls,
    language: null,
    body: () => ({ format: 'html', text: spool.read(place) }),
    excerpt: null,
    description: summary === null ? null : escaped(summary),
    wanted: draft ? 'draft' : 'published',
    publishedAt: page.publishedAt ?? (draft ? null : dateIn(file)),
    updatedAt: null,
    authors,
    tags,
    categories: [],
    series: [],
    cover,
    canonicalUrl,
    seoTitle: null,
    seoDescription: null,
    shareImage: null,
    noIndex: false,
    translationKey: null,
    metadata: {
      ...(number === null ? {} : { mediumId: number }),
      ...(draft ? { status: 'draft' } : {}),
      ...(kicker === null ? {} : { kicker: kicker.slice(0, 200) }),
    },
  };
}

/** Identity of a post: its number on Medium, which a draft keeps when it is published; else its file's name. */
export function keyOf(page: PostPage, file: string): string {
  return `post/${numberOf(page, file) ?? file.split('/').at(-1) ?? file}`;
}

/** Drafts have no date and no address of their own. */
export function isDraft({ publishedAt, canonical }: PostPage, file: string): boolean {
  return /(?:^|\/)draft_[^/]*$/i.test(file) || (publishedAt === null && canonical === null);
}

/**
 * What was written below somebody's text: the page says so, or it is short, has no title of its own, and is
 * called by its first words.
 */
export function isAnswer({ isAnswer: said, title, body }: PostPage): boolean {
  if (said) return true;
  const hasTitle =
    allIn(body, (element) => /^h[1-6]$/.test(element.tagName) || hasClass(element, 'graf--title')).length > 0;
  const text = lineOf(body) ?? '';
  return !hasTitle && title !== null && text.length < 3000 && isBeginningOf(title, escaped(text));
}

function numberOf({ shortUrl, canonical }: PostPage, file: string): string | null {
  return postId(file) ?? postId(shortUrl ?? '') ?? postId(canonical ?? '');
}

type Places = Pick<ForeignPost, 'url' | 'oldUrls' | 'canonicalUrl'>;

/** Where it stood: on Medium, or on a blog of Medium's with a name of its own; or first at another place. */
function placesOf({ canonical }: PostPage, number: string | null): Places {
  const short = number === null ? [] : [shortAddress(number)];
  const isOwn =
    canonical !== null && (isMediumHost(canonical) || (number !== null && postId(canonical) === number));
  if (canonical === null || !isOwn) return { url: short[0] ?? null, oldUrls: [], canonicalUrl: canonical };
  if (isMediumHost(canonical)) return { url: canonical, oldUrls: short, canonicalUrl: null };
  return { url: new URL(canonical).pathname, oldUrls: [canonical, ...short], canonicalUrl: null };
}

/** An address of a post that came along, whichever of its many it is. */
function ownAddress(href: string, known: ReadonlySet<string>): string | null {
  if (!/^https?:\/\//i.test(href)) return null;
  const number = postId(URL.parse(href)?.pathname ?? '');
  return number !== null && known.has(number) ? shortAddress(number) + (URL.parse(href)?.hash ?? '') : null;
}

function dateIn(file: string): Date | null {
  return parseDate(/(?:^|\/)(\d{4}-\d{2}-\d{2})_[^/]*$/.exec(file)?.[1]);
}
