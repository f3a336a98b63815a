import { parseDate } from '../fields/dates.ts';
import { asWebUrl } from '../../fields/values.ts';
import { plainText } from '../../text/plain-text.ts';
import { mentionOf } from './author-mention.ts';
import type { AuthorMention } from './author-mention.ts';

/** A byline as people. */
export interface Byline {
  readonly people: readonly AuthorMention[];
  /** False when words were left out ("for the Go team", "and contributors"): then it is worth keeping. */
  readonly whole: boolean;
}

/** No byline is longer. */
const readCharacters = 3000;

const onBehalf =
  /(?:,?\s+on behalf of|,\s+for the|,?\s+in (?:partnership|collaboration|cooperation) with)\s.*$/is;
const nobody =
  /^(?:(?:the |many |all )?(?:contributors|others|friends|et al\.?|other contributors)|guest(?: author| post)?)$/i;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|inc|llc|ltd|gmbh|co)\.?$/i;
const job =
  /\b(?:director|manager|engineer|engineering|lead|leader|head|ceo|cto|cfo|coo|founder|co-founder|professor|editor|advocate|architect|designer|president|chair|officer|scientist|analyst|consultant|strategist|specialist)\b/i;

/**
 * Reads a byline: "A, B and C", "[A](url) (Company), [B](url) (Company)", "A, for the Go team",
 * "A <mail>", "mail (A)", "A, Director of B". Mail addresses are never kept.
 */
export function parseByline(text: string): Byline {
  const read = text.slice(0, readCharacters).replace(/\s+/g, ' ').trim();
  const { masked, pieces } = mask(read);
  const named = masked.replace(onBehalf, '');
  const reader = new BylineReader(pieces);
  for (const [, joint = '', piece = ''] of named.matchAll(
    /(^|[,;，、]\s*(?:and\s|&\s|und\s)?|\s(?:and|&|und|et|with)\s)((?:(?!\s(?:and|&|und|et|with)\s)[^,;，、])*)/gi,
  )) {
    reader.add(piece.trim(), /\b(?:and|und|et|with)\b|&|;/i.test(joint));
  }
  return { people: reader.people, whole: reader.whole && named === masked };
}

interface Masked {
  readonly masked: string;
  readonly pieces: readonly string[];
}

/** Puts links and brackets aside, so that commas in them part nothing: U+E000, number, U+E001. */
function mask(text: string): Masked {
  const pieces: string[] = [];
  const masked = text.replace(/\[[^[\]]*\]\([^()\s]*\)|\([^()]*\)|<[^<>\s]+@[^<>\s]+>/g, (piece) => {
    pieces.push(piece);
    return `\uE000${pieces.length - 1}\uE001`;
  });
  return { masked, pieces };
}

class BylineReader {
  readonly people: AuthorMention[] = [];
  whole = true;
  readonly #pieces: readonly string[];
  #lastIsLinked = false;

  constructor(pieces: readonly string[]) {
    this.#pieces = pieces;
  }

  /** `apart`: joined by "and" or ";", so it is surely another person. */
  add(piece: string, apart: boolean): void {
    const text = piece.replace(/^(?:(?:written |posted |updated |edited )?by|and)\s+/i, (word) => {
      if (/updated|edited/i.test(word)) this.whole = false;
      return '';
    });
    const last = this.people.at(-1);
    if (text === '') return;
    if (nobody.test(text) || isDateLike(text)) this.whole = false;
    else if (last && suffix.test(text)) this.#amend({ name: `${last.name}, ${text}` });
    else if (last && !apart && this.#lastIsLinked && !text.includes('\uE000'))
      this.#amend({ organisation: text });
    else if (last && !apart && text.includes(' ') && job.test(text)) this.#amend({ role: text });
    else this.#addPerson(text);
  }

  #amend(change: Partial<AuthorMention>): void {
    const last = this.people.pop();
    if (last) this.people.push({ ...last, ...change });
  }

  #addPerson(text: string): void {
    const parts = [...text.matchAll(/\uE000(\d+)\uE001/g)].map(([, at]) => this.#pieces[Number(at)] ?? '');
    const link = parts.map((part) => /^\[(.*)\]\((.*)\)$/s.exec(part)).find((match) => match !== null);
    const brackets = parts.filter((part) => part.startsWith('(')).map((part) => part.slice(1, -1).trim());
    this.#lastIsLinked = link !== undefined;
    if (link) {
      const { name, organisation } = linkText(link[1] ?? '');
      this.#push(name, organisation ?? brackets[0] ?? null, asWebUrl(link[2]));
      return;
    }
    const bare = text.replace(/\uE000\d+\uE001/g, ' ').trim();
    const whole = text.replace(/\uE000(\d+)\uE001/g, (_, at: string) => {
      const part = this.#pieces[Number(at)] ?? '';
      return part.startsWith('(') ? part : '';
    });
    if (/^\S+@\S+\.\S+$/.test(bare)) this.#push(brackets[0] ?? bare.replace(/@.*$/, ''), null, null);
    // "Filippo Valsorda (Geomys)", but "Mengjue (Mandy) Wang" is one name.
    else if (brackets[0] !== undefined && text.endsWith('\uE001') && bare.includes(' ')) {
      this.#push(bare, brackets[0], null);
    } else this.#push(whole, null, null);
  }

  #push(name: string, organisation: string | null, url: string | null): void {
    const plain = plainText(name)
      .replace(/^@(?=\w)/, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (plain === '') return;
    this.people.push({
      ...mentionOf(plain),
      organisation: organisation === null ? null : plainText(organisation),
      url,
    });
  }
}

/** "Reese Lee, New Relic" or "Lukasz Ciukaj (Cisco Splunk)" within one link. */
function linkText(text: string): { name: string; organisation: string | null } {
  const [name = '', afterComma] = text.split(/,\s+/);
  const brackets = /^(\S+\s.*?)\s*\(([^()]*)\)$/.exec(name);
  if (brackets) return { name: brackets[1] ?? name, organisation: brackets[2] ?? null };
  return { name, organisation: afterComma ?? null };
}

/** "July 2011" in "Russ Cox, July 2011". */
function isDateLike(text: string): boolean {
  return /\d{4}$/.test(text) && parseDate(text) !== null;
}
