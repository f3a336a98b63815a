import { attributesOf, tagsOf, voidElements } from './html-tags.ts';
import type { HtmlTag } from './html-tags.ts';

/** The part of a body under one heading. */
export interface BodySection {
  /** 1 to 6. */
  readonly level: number;
  /** From the heading on, whole elements only. */
  readonly html: string;
}

/** Elements that mean nothing without the one around them. */
const innerElements = new Set(
  'caption dd dt figcaption li rp rt summary tbody td tfoot th thead tr'.split(' '),
);

/**
 * Cuts a section out of a stored body: from the heading with the id `anchor` to the next heading of its
 * level or a higher one, wherever they stand; the footnotes at the end of a body belong to none. Elements
 * that the section begins or ends in are opened and closed again, as a DOM Range clones them
 * (https://dom.spec.whatwg.org/#concept-range-clone).
 *
 * @returns null when no heading has that id
 */
export function cutSection(html: string, anchor: string): BodySection | null {
  const around: HtmlTag[] = [];
  let open: Opened | null = null;
  for (const tag of tagsOf(html)) {
    if (open !== null && endsSection(tag, open.level)) return close(html, open, tag.start);
    if (open === null && levelOf(tag) !== null && attributesOf(tag).get('id') === anchor) {
      open = { level: levelOf(tag) ?? 1, start: tag.start, before: around.splice(0), left: [], within: [] };
    }
    if (open !== null) follow(open, tag);
    else if (tag.isEnd) around.pop();
    else if (!voidElements.has(tag.name)) around.push(tag);
  }
  return open && close(html, open, html.length);
}

interface Opened {
  readonly level: number;
  readonly start: number;
  /** Elements that the heading stands in, the outermost first. */
  readonly before: HtmlTag[];
  /** Those of them that have ended since. */
  readonly left: HtmlTag[];
  /** Elements that began after the heading. */
  readonly within: HtmlTag[];
}

function follow(open: Opened, tag: HtmlTag): void {
  if (!tag.isEnd) {
    if (!voidElements.has(tag.name)) open.within.push(tag);
  } else if (open.within.pop() === undefined) open.left.unshift(...open.before.splice(-1));
}

function close(html: string, open: Opened, at: number): BodySection {
  let end = at;
  // What begins right before the end has nothing in it that belongs here.
  while (open.within.length > 0 && html.slice(open.within.at(-1)?.end, end).trim() === '') {
    end = open.within.pop()?.start ?? end;
  }
  const outer: HtmlTag[] = [];
  const outermost = (): string => (outer[0] ?? open.left[0])?.name ?? '';
  while (innerElements.has(outermost()) && open.before.length > 0) outer.unshift(...open.before.splice(-1));
  const write = (tags: readonly HtmlTag[]): string =>
    tags.map((tag) => html.slice(tag.start, tag.end)).join('');
  const ends = [...outer, ...open.within].map(({ name }) => `</${name}>`).reverse();
  const inside = html.slice(open.start, end).trimEnd();
  return { level: open.level, html: write([...outer, ...open.left]) + inside + ends.join('') };
}

function levelOf({ name, isEnd }: HtmlTag): number | null {
  return !isEnd && /^h[1-6]$/.test(name) ? Number(name.slice(1)) : null;
}

function endsSection(tag: HtmlTag, level: number): boolean {
  const other = levelOf(tag);
  if (other !== null) return other <= level;
  return tag.name === 'section' && !tag.isEnd && attributesOf(tag).has('data-footnotes');
}
