const made = new Map<string, Intl.Segmenter>();

/** A segmenter of Unicode text (UAX #29); making one costs more than using it, so each is kept. */
export function segmenter(granularity: 'grapheme' | 'word', locale = 'en'): Intl.Segmenter {
  const key = `${granularity} ${locale}`;
  const known = made.get(key);
  if (known) return known;
  const segments = new Intl.Segmenter(supported(locale), { granularity });
  // Locales come from content: their number must not grow without end.
  if (made.size < 200) made.set(key, segments);
  return segments;
}

function supported(locale: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    // Not well-formed (BCP 47).
    return 'en';
  }
}
