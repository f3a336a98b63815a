import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { hasClass } from '../../domain/tree-elements.ts';
import { unified } from 'unified';
import { asWebUrl } from '../fields/values.ts';
import { isTooDeep } from '../foreign/html/hostile-html.ts';
import { parseDate } from '../markdown/fields/dates.ts';
import { allIn, attribute, firstOf, lineOf } from './elements.ts';

/** A page of Medium's export: an h-entry (microformats.org) with a post in it. */
export interface PostPage {
  readonly title: string | null;
  /** What stands for the post in lists. */
  readonly summary: string | null;
  readonly canonical: string | null;
  /** Where it is on Medium by its number alone. */
  readonly shortUrl: string | null;
  readonly publishedAt: Date | null;
  readonly author: { readonly name: string; readonly url: string | null } | null;
  readonly tags: readonly { readonly name: string; readonly url: string | null }[];
  /** It says itself that it answers something. */
  readonly isAnswer: boolean;
  /** The element around the text. */
  readonly body: Element;
}

const parser = unified().use(rehypeParse).freeze();

/** Reads the page of a post; null when it is none, `deep` when it is nested beyond any post. */
export function readPage(html: string): PostPage | 'deep' | null {
  if (isTooDeep(html)) return 'deep';
  const tree = parser.parse(html.toWellFormed().replaceAll('\0', '\ufffd'));
  const body = firstOf(tree, 'e-content');
  if (body === null) return null;
  const outside = withoutBody(tree, body);
  const author = firstOf(outside, 'p-author');
  const name = lineOf(author);
  const links = allIn(outside, ({ tagName }) => tagName === 'a');
  return {
    title: lineOf(firstOf(outside, 'p-name')),
    summary: lineOf(firstOf(outside, 'p-summary')),
    canonical: asWebUrl(attribute(firstOf(outside, 'p-canonical'), 'href')),
    shortUrl: links.map((link) => attribute(link, 'href')).find(isShort) ?? null,
    publishedAt: dateOf(outside),
    author: name === null ? null : { name, url: asWebUrl(attribute(author, 'href')) },
    tags: links
      .filter((link) => hasClass(link, 'p-tag') || /\/tag\/[^/]+$/.test(attribute(link, 'href') ?? ''))
      .flatMap((link) => {
        const tag = lineOf(link);
        return tag === null ? [] : [{ name: tag, url: attribute(link, 'href') }];
      }),
    isAnswer: firstOf(outside, 'u-in-reply-to') !== null,
    body,
  };
}

/** The page without the post's own text, which may hold anything. */
function withoutBody(tree: Root, body: Element): Root {
  const copy = (children: Root['children']): Root['children'] =>
    children
      .filter((child) => child !== body)
      .map((child) =>
        child.type === 'element'
          ? { ...child, children: copy(child.children) as Element['children'] }
          : child,
      );
  return { ...tree, children: copy(tree.children) };
}

function dateOf(tree: Root): Date | null {
  return parseDate(attribute(firstOf(tree, 'dt-published'), 'dateTime') ?? undefined);
}

function isShort(url: string | null): url is string {
  return url !== null && /^https?:\/\/(?:[\w-]+\.)?medium\.com\/p\/[\da-f]{6,16}$/i.test(url);
}
