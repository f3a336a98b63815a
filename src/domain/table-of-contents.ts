import GithubSlugger, { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import { textOf } from './plain-text.ts';
import { elementsOf } from './tree-elements.ts';

/** A heading of a body. */
export interface TocEntry {
  /** Anchor within the page: the heading's id. */
  readonly id: string;
  /** Plain text. */
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  /** Id of the heading it stands under; null at the top. */
  readonly parentId: string | null;
}

/** `{#id}` behind a heading's text, as Hugo, Docusaurus, Pandoc and Zola read it. */
const explicitId = /\s*\{#([^\s{}#]+)\}\s*$/;

/**
 * Gives every heading an id and lists them. An explicit id is kept and leaves the text; the others are
 * made of the text as GitHub makes them. No two elements of the body share an id: the later gets "-1".
 */
export function numberHeadings(tree: Root): TocEntry[] {
  const slugger = new GithubSlugger();
  const headings: Element[] = [];
  for (const { element } of elementsOf(tree)) {
    const { id, className } = element.properties;
    const hidden = Array.isArray(className) && className.includes('sr-only');
    if (/^h[1-6]$/.test(element.tagName) && !hidden) headings.push(element);
    else if (typeof id === 'string') slugger.occurrences[id] = 0;
  }
  const explicit = new Map(headings.map((heading) => [heading, takeExplicitId(heading)]));
  for (const [heading, id] of explicit) if (id !== null) heading.properties.id = unique(id, slugger);
  for (const [heading, id] of explicit) {
    if (id !== null) continue;
    const label = labelOf(heading);
    heading.properties.id = slugger.slug(slug(label) === '' ? 'section' : label);
  }
  return nest(headings);
}

function nest(headings: readonly Element[]): TocEntry[] {
  const entries: TocEntry[] = [];
  const above: TocEntry[] = [];
  for (const heading of headings) {
    const text = labelOf(heading);
    if (text === '') continue;
    const level = Number(heading.tagName.slice(1));
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const entry = { id: String(heading.properties.id), text, level, parentId: above.at(-1)?.id ?? null };
    entries.push(entry);
    above.push(entry);
  }
  return entries;
}

/** A heading that is but a picture is called by what the picture shows. */
function labelOf(heading: Element): string {
  const text = textOf(heading).replace(/\s+/g, ' ').trim();
  if (text !== '') return text;
  const alts = elementsOf(heading).map(({ element }) => element.properties.alt);
  return (
    alts
      .find((alt) => typeof alt === 'string')
      ?.toString()
      .trim() ?? ''
  );
}

function takeExplicitId(heading: Element): string | null {
  const { id } = heading.properties;
  const last = heading.children.at(-1);
  const found = last?.type === 'text' ? explicitId.exec(last.value) : null;
  if (last?.type === 'text' && found) last.value = last.value.slice(0, found.index);
  return found?.[1] ?? (typeof id === 'string' && id !== '' ? id : null);
}

/** As the slugger does it, which would fold the case of an id that somebody chose. */
function unique(id: string, { occurrences }: GithubSlugger): string {
  let free = id;
  while (free in occurrences) {
    occurrences[id] = (occurrences[id] ?? 0) + 1;
    free = `${id}-${occurrences[id]}`;
  }
  occurrences[free] = 0;
  return free;
}
