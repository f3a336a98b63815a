import { DomainError } from './errors.ts';
import { LANGUAGE_LENGTH, LANGUAGES_MAX } from './limits.ts';

/** Stands for every language (RFC 4647, section 2.1). */
const any = '*';

/**
 * The languages that a client asks for, in the order it wants them.
 *
 * @returns BCP 47 tags in their canonical spelling, and "*"; null: no matter which
 * @throws DomainError BAD_USER_INPUT for a fallback without a language, too many of them, or what is no tag
 */
export function readLanguageRanges(
  language: string | null | undefined,
  fallback: readonly string[] | null | undefined,
): readonly string[] | null {
  if (language == null) {
    if (fallback == null) return null;
    throw new DomainError('BAD_USER_INPUT', 'fallback needs a language that it stands in for.');
  }
  const ranges = [language, ...(fallback ?? [])];
  if (ranges.length > LANGUAGES_MAX) {
    throw new DomainError(
      'BAD_USER_INPUT',
      `${ranges.length} languages are asked for; ${LANGUAGES_MAX} are allowed.`,
    );
  }
  return ranges.map(canonicalRange);
}

function canonicalRange(text: string): string {
  const tag = text === any ? any : canonicalTag(text);
  if (tag !== null) return tag;
  throw new DomainError('BAD_USER_INPUT', 'A language is a BCP 47 tag, such as "en" or "pt-BR".');
}

function canonicalTag(text: string): string | null {
  if (text.length > LANGUAGE_LENGTH) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * Which of the languages that there are stand in for what is asked, the most wanted first, each once. For
 * each range: itself; else with its end cut off, one subtag after the other ("en-GB" is met by "en": RFC 4647,
 * section 3.4); and where no lookup finds anything, the regional forms of it ("pt" is met by "pt-BR").
 *
 * @param known the languages that there are, in the order in which they are offered
 */
export function lookUpLanguages(ranges: readonly string[], known: readonly string[]): readonly string[] {
  return [...new Set(ranges.flatMap((range) => matches(range, known)))];
}

function matches(range: string, known: readonly string[]): readonly string[] {
  if (range === any) return known;
  for (let tag = range; tag !== ''; tag = shortened(tag)) {
    const found = known.find((other) => sameTag(other, tag));
    if (found !== undefined) return [found];
  }
  const prefix = `${range.toLowerCase()}-`;
  return known.filter((other) => other.toLowerCase().startsWith(prefix));
}

/** Without its last subtag, and without a single letter that only led to it. */
function shortened(tag: string): string {
  const rest = tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
  return rest.replace(/-[^-]$/, '');
}

function sameTag(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
