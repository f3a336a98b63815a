const made = new Map<string, Intl.Segmenter>();

/** A segmenter of Unicode text (UAX #29); making one costs more than using it, so each is kept. */
export function segmenter(granularity: 'grapheme' | 'word', locale?: string): Intl.Segmenter {
  const language = knownLocale(locale);
  const key = `${granularity} ${language}`;
  const segment = made.get(key) ?? new Intl.Segmenter(language, { granularity });
  // Locales come from content: their number must not grow without end.
  if (made.size < 200) made.set(key, segment);
  return segment;
}

function knownLocale(locale: string | undefined): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(locale ?? 'en')[0] ?? 'en';
  } catch {
    // Not well-formed (BCP 47).
    return 'en';
  }
}
