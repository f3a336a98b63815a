import type { Element } from 'hast';
import { readStoredHtml, sanitiseBody } from '../../src/domain/body-tree.ts';
import { linkEmbeddedMedia } from '../../src/domain/embedded-media.ts';
import { blockText, textOf } from '../../src/domain/plain-text.ts';
import { elementsOf } from '../../src/domain/tree-elements.ts';

/** What a reader gets of a body: each a list, in order. */
export interface Shown {
  readonly text: string;
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly headings: readonly string[];
  readonly tables: readonly string[];
  readonly code: readonly string[];
}

/** Reads HTML of a body as the page would show it. */
export function shownOf(html: string): Shown {
  const unsafe = readStoredHtml(html);
  linkEmbeddedMedia(unsafe);
  const tree = sanitiseBody(unsafe);
  const elements = elementsOf(tree).map(({ element }) => element);
  const withName = (name: RegExp): Element[] => elements.filter(({ tagName }) => name.test(tagName));
  return {
    text: plain(blockText(tree)),
    links: addresses(withName(/^a$/).filter(isSeen), 'href').filter((href) => !href.startsWith('#')),
    images: addresses(withName(/^img$/), 'src'),
    headings: withName(/^h[1-6]$/)
      .filter(({ properties }) => properties.id !== 'footnote-label')
      .map((heading) => `${heading.tagName} ${plain(textOf(heading))}`)
      .filter((heading) => heading.length > 3),
    tables: withName(/^t[dh]$/).map((cell) => plain(textOf(cell))),
    // A space that may not break is none that a shell or a compiler takes.
    code: withName(/^pre$/).map((pre) => textOf(pre).replaceAll('\u00a0', ' ').replace(/\s+$/gm, '').trim()),
  };
}

/** What of two bodies is not the same, in words; empty: nothing. */
export function differences(expected: Shown, actual: Shown): string[] {
  const found: string[] = [];
  if (expected.text !== actual.text) {
    let at = 0;
    while (expected.text[at] === actual.text[at]) at += 1;
    const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
    found.push(`text: ${around(expected.text)} became ${around(actual.text)}`);
  }
  for (const what of ['links', 'images', 'headings', 'tables', 'code'] as const) {
    const [before, after] = [new Set(expected[what]), new Set(actual[what])];
    const lost = without(before, after);
    // Markdown makes links of addresses that stand in the text.
    const isWritten = (address: string): boolean =>
      what === 'links' &&
      expected.text.toLowerCase().includes(address.replace(/^mailto:|^http:\/\/(?=www)/, ''));
    const added = new Set([...without(after, before)].filter((value) => !isWritten(value)));
    if (lost.size + added.size > 0) {
      const list = (values: Set<string>): string => JSON.stringify([...values].slice(0, 3)).slice(0, 400);
      found.push(`${what}: ${list(lost)} became ${list(added)}`);
    }
  }
  return found;
}

function addresses(elements: readonly Element[], key: 'href' | 'src'): string[] {
  return elements
    .map(({ properties }) => properties[key])
    .filter((address): address is string => typeof address === 'string' && address.trim() !== '')
    .map((address) => decoded(address.replace(/[\t\n\r]/g, '').trim()));
}

/** A link that holds nothing is not there for readers. */
function isSeen(link: Element): boolean {
  const holdsImage = elementsOf(link).some(({ element }) => element.tagName === 'img');
  return holdsImage || !('dataFootnoteBackref' in link.properties || textOf(link).trim() === '');
}

/** The same address may be written with signs or with their codes. */
function decoded(address: string): string {
  try {
    return encodeURI(decodeURI(address)).toLowerCase();
  } catch {
    return address.toLowerCase();
  }
}

/** White space is as the lines of a page fall. */
function plain(text: string): string {
  return text.replace(/\s+/g, '');
}

function without(values: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
  return new Set([...values].filter((value) => !others.has(value)));
}
