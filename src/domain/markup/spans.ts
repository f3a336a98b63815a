import { readAttributeList } from './brace-marks.ts';
import type { End, Reading } from './reading.ts';

/** Longer, or deeper in brackets, than anything that a person writes into a line. */
const maxLength = 3000;
const maxDepth = 5;
/** Whether a text may have spans: what says where their brackets end. */
const anySpan = /\]\{[.#\w]/;
const definition = /^ {0,3}\[([^\]\n]{1,200})\]:/gm;
/** What tells a note from an exponent or from a class of characters: words. */
const words = /\p{L}[^\n]*\s|[^\x00-\x7f]{2}|:\/\//u;

/**
 * A note in the line, `^[Of this.]` (Pandoc, Obsidian, markdown-it-footnote), as a call of a footnote; what it says is
 * added to `notes`.
 */
export function readInlineNote({ source, output }: Reading, at: number, notes: string[]): End | null {
  const close = closingBracket(source, at + 1);
  if (close === null || /^[[^(:]/.test(source.charAt(close + 1))) return null;
  const text = source
    .slice(at + 2, close)
    .replace(/\s+/g, ' ')
    .trim();
  if (!words.test(text)) return null;
  notes.push(text);
  output.write(`[^note-in-line-${notes.length}]`);
  return close + 1;
}

/** The notes of `readInlineNote`, as the end of a text. */
export function inlineNotes(notes: readonly string[]): string {
  const lines = notes.map((text, index) => `[^note-in-line-${index + 1}]: ${text}\n`);
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}

/** Where the bracket that opens at `at` is closed, within its paragraph. */
function closingBracket(source: string, at: number): number | null {
  let depth = 0;
  const limit = Math.min(source.length, at + maxLength);
  for (let index = at; index < limit; index += 1) {
    const character = source[index];
    if (character === '\\') index += 1;
    else if (character === '[' && depth < maxDepth) depth += 1;
    else if (character === '[') return null;
    else if (character === '\n' && /^[ \t]*\n/.test(source.slice(index + 1, index + 50))) return null;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return null;
}

/**
 * The brackets of Pandoc's spans, `[some text]{.class}`, which are no part of the text. Those of a link stay:
 * `[name]{.class}` may be one where `[name]: address` stands somewhere.
 */
export class SpanBrackets {
  readonly #source: string;
  readonly #closing = new Set<number>();
  #links: ReadonlySet<string> | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  /** Null for a source that can have none. */
  static of(source: string): SpanBrackets | null {
    return anySpan.test(source) ? new SpanBrackets(source) : null;
  }

  /** Whether the bracket at `at` opens or closes a span; to be asked for all of them in order. */
  has(at: number): boolean {
    if (this.#source[at] === ']') return this.#closing.has(at);
    if (/[!\]]/.test(this.#source.charAt(at - 1)) || this.#source[at + 1] === '^') return false;
    // `:name[text]{…}` is a directive within a line.
    if (/(?:^|[\s(]):[a-z][\w-]{0,40}$/i.test(this.#source.slice(Math.max(0, at - 45), at))) return false;
    const close = closingBracket(this.#source, at);
    if (close === null || this.#source[close + 1] !== '{' || this.#source[close + 2] === ':') return false;
    if (!readAttributeList(this.#source, close + 1)) return false;
    this.#links ??= new Set(
      Array.from(this.#source.matchAll(definition), ([, name = '']) => name.toLowerCase()),
    );
    if (this.#links.has(this.#source.slice(at + 1, close).toLowerCase())) return false;
    this.#closing.add(close);
    return true;
  }
}
