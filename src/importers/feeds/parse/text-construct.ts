import { isUtf8 } from 'node:buffer';
import { elementsOf, textOf, type XmlElement } from '../xml/element.ts';
import { innerMarkup } from '../xml/markup.ts';
import type { FeedText } from './parsed-feed.ts';

/** RSS's text: HTML, escaped, in CDATA or as elements; of XML's own it is no telling which. */
export function markupOf(element: XmlElement | null): FeedText | null {
  if (element === null) return null;
  const value = innerMarkup(element, false).trim();
  return value === '' ? null : { kind: 'html', value, base: element.base };
}

/** Atom's text and content, of both versions (RFC 4287, 3.1 and 4.1.3; Atom 0.3's `mode`). */
export function atomText(element: XmlElement | null): FeedText | null {
  if (element === null) return null;
  const { kind, value } = valueOf(element, (element.attributes['type'] ?? '').trim().toLowerCase());
  return value.trim() === '' ? null : { kind, value: value.trim(), base: element.base };
}

function valueOf(element: XmlElement, type: string): { kind: FeedText['kind']; value: string } {
  const mode = (element.attributes['mode'] ?? '').trim().toLowerCase();
  const hasElements = elementsOf(element).length > 0;
  if (mode === 'base64') return { kind: kindOf(type), value: fromBase64(textOf(element)) };
  if (type.includes('xhtml')) return { kind: 'html', value: innerMarkup(unwrapped(element), hasElements) };
  if (type === 'html' || hasElements) return { kind: 'html', value: innerMarkup(unwrapped(element), false) };
  if (type === '' && mode === 'escaped') return { kind: 'html', value: textOf(element) };
  if (isText(type)) return { kind: kindOf(type), value: textOf(element) };
  if (/[+/]xml$/.test(type)) return { kind: 'html', value: innerMarkup(element, true) };
  const value = isBinary(type) ? fromBase64(textOf(element)) : textOf(element);
  return { kind: 'text', value };
}

function kindOf(type: string): FeedText['kind'] {
  return type.includes('html') ? 'html' : 'text';
}

function isText(type: string): boolean {
  return type === '' || type === 'text' || type.startsWith('text/');
}

/** Media that XML can only hold as Base64 (RFC 4287, 4.1.3.3); others come as they are. */
function isBinary(type: string): boolean {
  return /^(?:image|audio|video|font)\/|^application\/(?:octet-stream|pdf|zip)$/.test(type);
}

/** What is in it, where it is that, and text; else as it stands. */
function fromBase64(text: string): string {
  const packed = text.replace(/\s+/g, '');
  if (packed === '' || packed.length % 4 !== 0 || !/^[a-z\d+/]+={0,2}$/i.test(packed)) return text;
  const bytes = Buffer.from(packed, 'base64');
  return isUtf8(bytes) ? bytes.toString('utf8') : text;
}

/** XHTML comes in a div that is no part of it. */
function unwrapped(element: XmlElement): XmlElement {
  const [only, second] = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const isWrapper = typeof only === 'object' && second === undefined && only.written.toLowerCase() === 'div';
  return isWrapper ? only : element;
}
