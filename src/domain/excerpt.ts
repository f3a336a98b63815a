import type { TextBlock } from './plain-text.ts';
import { segmenter } from './segmenter.ts';

/** Code units looked at for each character of an excerpt; nobody's grapheme is longer on average. */
const unitsPerCharacter = 32;
const openingLength = 600;
const markedLength = 2000;
/** What a cut text does not end with: the "…" takes its place. Zero-width spaces part words in Khmer and Thai. */
const dangling = /[\s\u200b·…\p{Terminal_Punctuation}\p{Pd}\p{Ps}\p{Pi}]+$/u;
/** Scripts that write words without spaces between them; in the others a space ends what belongs together. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Javanese}\p{scx=Balinese}\p{scx=Tai_Tham}\p{Extended_Pictographic}]/u;
/** Letters and signs that are a grapheme each: segmenting them is most of the work of an excerpt otherwise. */
const latin = /^[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e]*$/;
/** A run of signs that is longer than that may be cut within: an address, perhaps. */
const longestRun = 60;

/**
 * The beginning of a text, as one line: whole when it has at most `length` characters (graphemes, as
 * UAX #29 counts them), else cut between words, by the rules of its own script, and ended by "…".
 * Never longer than `length`, the "…" included. A first word that is too long is cut within, between two
 * characters.
 *
 * @param locale BCP 47; decides only where scripts leave a choice
 */
export function cutExcerpt(text: string, length: number, locale?: string): string {
  const limit = Math.max(0, Math.floor(length));
  const read = text.slice(0, (limit + 1) * unitsPerCharacter);
  const line = read.replace(/\s+/gu, ' ').trim();
  const end = endOfCharacters(line, limit, locale);
  const whole = read.length === text.length;
  if (end === line.length && whole) return line;
  if (limit < 2) return '…'.slice(0, limit);
  // What was not read to its end may end within a character.
  const last = whole || end < line.length ? line.length : lastCharacter(line, locale);
  const head = line.slice(0, Math.min(last, endOfCharacters(line, limit - 1, locale)));
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
  if (latin.test(line.slice(0, count + 1))) return count;
  let seen = 0;
  for (const { index } of segmenter('grapheme', locale).segment(line)) {
    if (seen === count) return index;
    seen += 1;
  }
  return line.length;
}

function lastCharacter(line: string, locale?: string): number {
  let start = 0;
  for (const { index } of segmenter('grapheme', locale).segment(line)) start = index;
  return start;
}

/** The last end of a word, number or sign at or before `limit`. */
function lastWordEnd(line: string, limit: number, locale?: string): number {
  // No word goes over a space, so the one before the last words is early enough to begin at.
  const start = Math.max(0, line.lastIndexOf(' ', limit - longestRun));
  let end = start;
  for (const { index, segment } of segmenter('word', locale).segment(line.slice(start, limit + 100))) {
    if (start + index + segment.length > limit) break;
    end = start + index + segment.length;
  }
  return outsideRun(line, end);
}

/** Back to the space before what a space should end ("node.js", "C++", an address), unless it is far. */
function outsideRun(line: string, end: number): number {
  const [before, after] = [line.slice(Math.max(0, end - longestRun), end), line.slice(end, end + 2)];
  if (after === '' || /^\s/.test(after) || unspaced.test(after)) return end;
  const run = /\S+$/.exec(before)?.[0] ?? '';
  return run === '' || run.length === before.length || unspaced.test(run) ? end : end - run.length;
}
