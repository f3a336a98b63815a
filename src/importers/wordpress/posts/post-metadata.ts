import type { Json } from '../../../domain/blog-record.ts';
import { htmlLine } from '../../text/html-line.ts';
import type { WxrItem } from '../export/wxr-item.ts';
import { enclosuresOf } from './enclosures.ts';
import type { PostStatus } from './post-status.ts';
import { termKind } from './taxonomies.ts';

const mostTerms = 100;

/**
 * What of a post no field of ours holds: why it is no public post, that it is sticky, its format, recordings,
 * and its terms of taxonomies of the site's own.
 */
export function postMetadata(item: WxrItem, status: PostStatus): Record<string, Json> {
  const enclosures = enclosuresOf(item).map((enclosure) => ({ ...enclosure }));
  const entries: readonly (readonly [string, Json])[] = [
    ['status', status.because === null ? null : item.status.slice(0, 50) || 'unknown'],
    ['protected', item.isProtected || null],
    ['sticky', item.isSticky || null],
    ['type', item.type === 'post' ? null : item.type],
    ['format', formatOf(item)],
    ['enclosures', enclosures.length > 0 ? enclosures : null],
    ['taxonomies', taxonomiesOf(item)],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

/** "aside", "gallery", "link", …: how a theme shows it. */
function formatOf({ terms }: WxrItem): string | null {
  const format = terms.find(({ taxonomy }) => termKind(taxonomy) === 'format');
  return format?.slug.replace(/^post-format-/, '') ?? null;
}

/** Names of terms by taxonomy. */
function taxonomiesOf({ terms }: WxrItem): Record<string, Json> | null {
  const own = terms.filter(({ taxonomy }) => termKind(taxonomy) === 'other' && isName(taxonomy));
  if (own.length === 0) return null;
  const groups = Map.groupBy(own.slice(0, mostTerms), ({ taxonomy }) => taxonomy);
  return Object.fromEntries(
    [...groups].map(([taxonomy, all]) => [taxonomy, all.map(({ name, slug }) => htmlLine(name) || slug)]),
  );
}

function isName(taxonomy: string): boolean {
  return /^[\w-]{1,50}$/.test(taxonomy) && !/^(?:__proto__|constructor|prototype)$/.test(taxonomy);
}
