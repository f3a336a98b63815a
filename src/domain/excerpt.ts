import type { TextBlock } from './plain-text.ts';
import { segmenter } from './segmenter.ts';

/** Code units looked at for each character of an excerpt; nobody's grapheme is longer on average. */
const unitsPerCharacter = 32;
const openingLength = 600;
const markedLength = 2000;
/** What a cut text does not end with: the "…" takes its place. */
const dangling = /[\s.,;:!?·、。，；：！？…\p{Pd}\p{Ps}\p{Pi}]+$/u;

/**
 * The beginning of a text, as one line: whole when it has at most `length` characters (graphemes, as
 * UAX #29 counts them), else cut between words, by the rules of its own script, and ended by "…".
 * Never longer than `length`, the "…" included. A first word that is too long is cut within.
 *
 * @param locale BCP 47; decides only where scripts leave a choice
 */
export function cutExcerpt(text: string, length: number, locale?: string): string {
  const limit = Math.max(0, Math.floor(length));
  const read = text.slice(0, (limit + 1) * unitsPerCharacter);
  const line = read.replace(/\s+/gu, ' ').trim();
  const end = endOfCharacters(line, limit, locale);
  if (end === line.length && read.length === text.length) return line;
  if (limit < 2) return '…'.slice(0, limit);
  const head = line.slice(0, endOfCharacters(line, limit - 1, locale));
  const kept = line.slice(0, lastWordEnd(line, head.length, locale)).replace(dangling, '');
  return `${kept === '' ? head.trimEnd() : kept}…`;
}

/**
 * The plain text that a post's excerpts are cut from: what stands before the more-mark, headings, code
 * and tables aside, at most 2,000 characters; without a mark the opening paragraphs, about 600.
 */
export function excerptTextOf(blocks: readonly TextBlock[], locale?: string): string {
  const marked = joined(
    blocks.filter(({ kind, beforeMore }) => beforeMore && kind !== 'heading' && kind !== 'other'),
    markedLength,
  );
  if (marked !== '') return cutExcerpt(marked, markedLength, locale);
  const order: readonly TextBlock['kind'][][] = [['paragraph'], ['item', 'quote'], ['other'], ['heading']];
  for (const kinds of order) {
    const text = joined(
      blocks.filter(({ kind }) => kinds.includes(kind)),
      openingLength,
    );
    if (text !== '') return cutExcerpt(text, openingLength, locale);
  }
  return '';
}

function joined(blocks: readonly TextBlock[], enough: number): string {
  let text = '';
  for (const block of blocks) {
    if (text.length >= enough) break;
    text += (text === '' ? '' : ' ') + block.text;
  }
  return text.trim();
}

/** Where the first `count` graphemes end. */
function endOfCharacters(line: string, count: number, locale?: string): number {
  if (line.length <= count) return line.length;
  let seen = 0;
  for (const { index } of segmenter('grapheme', locale).segment(line)) {
    if (seen === count) return index;
    seen += 1;
  }
  return line.length;
}

/** The last end of a word, number or sign at or before `limit`. */
function lastWordEnd(line: string, limit: number, locale?: string): number {
  let end = 0;
  for (const { index, segment } of segmenter('word', locale).segment(line.slice(0, limit + 100))) {
    if (index + segment.length > limit) return end;
    end = index + segment.length;
  }
  return end;
}
