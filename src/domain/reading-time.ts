import { segmenter } from './segmenter.ts';

/**
 * Words a minute: silent reading of English non-fiction by adults, the mean of 190 studies (Brysbaert,
 * "How many words do we read per minute?", Journal of Memory and Language 109, 2019).
 */
const wordsPerMinute = 238;
/** Chinese and Japanese are read by characters; the figure that Medium uses for them. */
const charactersPerMinute = 500;

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;

export interface ReadingTime {
  /** Words as Unicode parts them (UAX #29), by dictionary where a script has no spaces. Code counts. */
  readonly wordCount: number;
  /** Whole minutes, rounded up, at least 1. */
  readonly readingTimeMinutes: number;
}

/** Counts the words of a plain text and says how long it takes to read. */
export function readingTime(text: string, locale?: string): ReadingTime {
  let wordCount = 0;
  let spaced = 0;
  let characters = 0;
  for (const { segment, isWordLike } of segmenter('word', locale).segment(text)) {
    if (isWordLike !== true) continue;
    wordCount += 1;
    const read = segment.charCodeAt(0) < 0x2e80 ? null : segment.match(unspaced);
    if (read) characters += read.length;
    else spaced += 1;
  }
  const minutes = spaced / wordsPerMinute + characters / charactersPerMinute;
  return { wordCount, readingTimeMinutes: Math.max(1, Math.ceil(minutes)) };
}
