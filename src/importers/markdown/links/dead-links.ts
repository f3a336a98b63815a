import { bodyOutline } from '../../../domain/body-outline.ts';
import type { BlogRecord } from '../../../domain/blog-record.ts';
import type { Complaint, ProblemList } from '../../problem-list.ts';
import type { KnownFiles } from './known-files.ts';
import type { LinkTarget, LinkTargets } from './link-targets.ts';
import type { LinkedBody } from './link-bodies.ts';
import { PostShapes } from '../../links/post-shapes.ts';
import { decoded } from '../../text/decoded.ts';

/** What of a blog says whether a link is dead. */
export interface DeadLinkContext {
  /** Bodies of posts and resources. */
  readonly linked: readonly LinkedBody[];
  readonly files: KnownFiles;
  readonly targets: LinkTargets;
  readonly record: Omit<BlogRecord, 'problems'>;
  readonly problems: ProblemList;
}

/** How many are told one by one. */
const listed = 100;

type Link = LinkedBody['links'][number];

/**
 * Tells of links to posts that lead nowhere: to a file or a post that is not there, to an address that only
 * a post can have, to a heading that its post does not have. Pages outside the blog are not known, so a
 * link to one is never dead. What looks like a link is checked against the rendered text before it is told.
 */
export function tellDeadLinks(context: DeadLinkContext): void {
  const { linked, problems } = context;
  const faultOf = faultFinder(context);
  let found = 0;
  const more = new Set<string>();
  for (const each of linked) {
    const told = new Set<string>();
    for (const link of each.links) {
      const { address } = link.link;
      const fault = told.has(address) ? null : faultOf(each, link);
      if (fault === null) continue;
      told.add(address);
      found += 1;
      if (found > listed) more.add(each.key);
      else problems.warn(each.key, lineOf(each, link.link), { what: whatOf(address), ...fault });
    }
  }
  if (more.size === 0) return;
  problems.warn('.', null, {
    what: `${found - listed} more dead links, in ${more.size} ${more.size === 1 ? 'file' : 'files'}, were not listed`,
    why: `At most ${listed} are.`,
    todo: 'Mend those above and import again.',
  });
}

type Reason = Omit<Complaint, 'what'>;
type FaultFinder = (from: LinkedBody, link: Link) => Reason | null;

function faultFinder({ files, record, targets }: DeadLinkContext): FaultFinder {
  const postPaths = record.posts.flatMap(({ path, aliases }) => [path, ...aliases]);
  const shapes = new PostShapes(postPaths);
  const known = withAncestors([...postPaths, ...otherPaths(record)]);
  const isKnown = (path: string): boolean => known.has(path) || files.isPage(path);
  const linksOf = new Map<string, ReadonlySet<string> | null>();
  const isShown = ({ key, markdown }: LinkedBody, { address, form }: Link['link']): boolean => {
    if (form === 'reference' || form === 'tag') return true;
    if (!linksOf.has(key)) linksOf.set(key, bodyOutline(markdown)?.links ?? null);
    return linksOf.get(key)?.has(decoded(address)) ?? false;
  };
  return (from, { link, target }) => {
    switch (target.kind) {
      case 'other':
        return null;
      case 'post':
        return target.lacksAnchor ? noAnchor(target, from, targets) : null;
      case 'noFile':
        return isShown(from, link) ? noFile(link) : null;
      case 'noPath': {
        const isPost = !target.paths.some(isKnown) && target.paths.some((path) => shapes.isPost(path));
        return isPost && isShown(from, link)
          ? noPost(target.paths.flatMap((path) => targets.namesakes(path)))
          : null;
      }
    }
  };
}

function noFile({ form }: Link['link']): Reason {
  const isTag = form === 'reference' || form === 'tag';
  const why = isTag ? 'No post has that file, slug or title.' : 'There is no such file.';
  return { why, todo: 'Correct it, or remove the link.' };
}

function noPost([near]: readonly string[]): Reason {
  const why = 'There is no post at that address, nor was one.';
  const todo = 'Correct it, or write the address among the aliases of the post that is meant';
  return { why, todo: near === undefined ? `${todo}.` : `${todo}, perhaps ${near}.` };
}

function noAnchor(
  { post, tail }: LinkTarget & { readonly kind: 'post' },
  from: LinkedBody,
  targets: LinkTargets,
): Reason {
  const near = targets.nearestAnchor(post, tail);
  return {
    why: `${post.key === from.key ? 'This post' : post.key} has no heading with that anchor.`,
    todo: near === null ? 'Correct what follows the "#".' : `Perhaps "#${near}" is meant.`,
  };
}

function whatOf(address: string): string {
  return `the link to "${address.length > 120 ? `${address.slice(0, 119)}…` : address}" leads nowhere`;
}

/** The line of the file on which a link stands; where its text was cut, that of its address. */
function lineOf({ text, body, bodyLine }: LinkedBody, { at, address }: Link['link']): number | null {
  const start = body.indexOf(text);
  const found = start < 0 ? body.indexOf(address) : start + at;
  return found < 0 ? null : bodyLine + body.slice(0, found).split('\n').length - 1;
}

/** Where something is that is no post. */
function otherPaths(record: DeadLinkContext['record']): string[] {
  const { authors, tags, categories, series, resources, redirects } = record;
  return [authors, tags, categories, series, resources, redirects].flat().map(({ path }) => path);
}

function withAncestors(paths: readonly string[]): Set<string> {
  const all = new Set<string>();
  for (const path of paths) {
    for (let at = path; at !== '' && !all.has(at); at = at.slice(0, at.lastIndexOf('/'))) all.add(at);
  }
  return all;
}
