import type { Json } from '../../../domain/blog-record.ts';
import { asList, asText } from '../../fields/values.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { Flavour } from '../site/layout.ts';
import { plainText } from '../../text/plain-text.ts';

/** A tag or category as a post names it. */
export interface WrittenTerm {
  readonly name: string;
  /** Docusaurus: `{ label, permalink }`. */
  readonly permalink: string | null;
}

/**
 * The terms of a list, or of one text: parted at commas, in Jekyll's posts at blanks
 * (jekyllrb.com/docs/posts/#tags), before every "#" if all words carry one; else a single term.
 * Eleventy, Hugo and Hexo take a text with blanks for one term.
 */
export function writtenTerms(value: Json | undefined, flavour: Flavour, plural: boolean): WrittenTerm[] {
  if (typeof value === 'string') return split(value, flavour === 'jekyll' && plural).map(termOf);
  return asList(value).flatMap((item) => {
    const map = asObject(item);
    const name = asText(map ? (map['label'] ?? map['name'] ?? map['title'] ?? map['slug']) : item);
    return name === null ? [] : [{ ...termOf(name), permalink: asText(map?.['permalink']) }];
  });
}

function split(text: string, atBlanks: boolean): string[] {
  const words = text.trim().split(/\s+/);
  if (text.includes(',')) return text.split(',').filter((part) => part.trim() !== '');
  if (text.includes(';')) return text.split(';').filter((part) => part.trim() !== '');
  const isTagged = words.every((word) => /^#./.test(word));
  return (atBlanks || isTagged) && text.trim() !== '' ? words : [text].filter((part) => part.trim() !== '');
}

function termOf(name: string): WrittenTerm {
  return { name: plainText(name.replace(/^\s*#(?=\S)/, '')), permalink: null };
}
