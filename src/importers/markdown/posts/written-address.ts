import { expandPermalink, normalisePath } from '../../../domain/permalink.ts';
import type { PermalinkFields } from '../../../domain/permalink-tokens.ts';
import { slugify } from '../../../domain/slug.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { SourceDocument } from '../document.ts';
import { asText } from '../../fields/values.ts';
import { fitSlug } from '../../text/fit-slug.ts';
import type { Flavour } from '../site/layout.ts';
import type { WrittenAddress } from './post-draft.ts';

/** What the reading of an address needs of the site. */
export interface AddressContext {
  readonly flavour: Flavour;
  /** What stands before the first token of the posts' pattern: "/blog". */
  readonly base: string;
  readonly siteUrl: string | null;
  readonly problems: ProblemList;
}

/**
 * The address that a post's front matter gives: a permalink of its own, perhaps with tokens, or a slug.
 *
 * @param name the name that the file gives the post
 * @param tokens what a permalink with tokens is made of
 */
export function writtenAddress(
  document: SourceDocument,
  name: string,
  tokens: Omit<PermalinkFields, 'slug'>,
  context: AddressContext,
): WrittenAddress {
  const { fields } = document;
  const written = asText(fields.get('slug'));
  const ownSlug = written === null ? null : slugOf(lastSegment(written), context.flavour);
  const fileSlug = slugOf(name, context.flavour);
  const permalink = permalinkOf(document, context);
  if (permalink !== null) {
    const path = expandPermalink(permalink, { ...tokens, slug: ownSlug ?? fileSlug });
    if (path !== '/') return { path, slug: ownSlug ?? pathSlug(path) ?? fileSlug, fileSlug, explicit: true };
  }
  // Docusaurus: a slug with slashes is a path below the blog's.
  const isPath = written !== null && /[^/]\/+[^/]/.test(written);
  const path = isPath ? normalisePath(`${context.base}/${written}`) : null;
  return { path, slug: ownSlug ?? fileSlug, fileSlug, explicit: ownSlug !== null };
}

/** A permalink as a pattern that begins with "/"; null when there is none, or none that can be followed. */
function permalinkOf(
  document: SourceDocument,
  { flavour, siteUrl, problems }: AddressContext,
): string | null {
  const { file, fields } = document;
  const text = asText(fields.get('permalink'));
  if (text === null || /^(?:false|true)$/.test(text)) return null;
  const own = siteUrl !== null && text.startsWith(`${siteUrl}/`) ? text.slice(siteUrl.length) : text;
  // Eleventy's most frequent template is the file's name.
  const pattern = own.replace(
    /\{\{-?\s*(?:page\.)?(?:fileSlug|slug|title\s*\|\s*slug(?:ify)?)\s*(?:\|[^{}]*)?-?\}\}/g,
    ':slug',
  );
  const named = flavour === 'jekyll' || flavour === 'hexo' ? pattern.replaceAll(':title', ':slug') : pattern;
  const isElsewhere = /^[a-z][a-z\d+.-]*:\/\//i.test(pattern);
  if (!isElsewhere && !/\{[{%]/.test(pattern))
    return named.startsWith('/') || isStyle(named) ? named : `/${named}`;
  const why = isElsewhere ? 'It leads to another site.' : 'Templates in it are not run.';
  const what = `"${fields.keyOf('permalink')}" was not followed`;
  problems.warn(file, fields.lineOf('permalink'), {
    what,
    why,
    todo: 'Write the path of the post on this site.',
  });
  fields.putBack('permalink');
  return null;
}

/** Jekyll's styles by name. */
function isStyle(pattern: string): boolean {
  return /^(?:date|pretty|ordinal|weekdate|none)$/.test(pattern);
}

/** The last segment, if it names the post: not a day, not "index". */
function pathSlug(path: string): string | null {
  const segment = lastSegment(path).replace(/\.(?:html?|php|aspx?)$/i, '');
  return /^\d{0,4}$/.test(segment) ? null : slugOf(segment, 'other');
}

function lastSegment(path: string): string {
  return path.split('/').findLast((segment) => segment.trim() !== '') ?? path;
}

/** A name as a slug, as it is where it is fit for one; Zola makes slugs of all names. */
export function slugOf(name: string, flavour: Flavour): string {
  return flavour === 'zola' ? slugify(normalisePath(`/${name}`).slice(1)) : fitSlug(name);
}
