/** Languages whose month names are read in dates. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'cs'];

const months = new Map<string, number>();
for (const language of languages) {
  for (const month of ['long', 'short'] as const) {
    const name = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' });
    for (let index = 0; index < 12; index += 1) {
      const parts = name.formatToParts(Date.UTC(2001, index, 15));
      const written = parts.find(({ type }) => type === 'month')?.value ?? '';
      // English comes first: "mar" is March there and everywhere else.
      if (!months.has(fold(written))) months.set(fold(written), index + 1);
    }
  }
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

/** The number of a month, 1 to 12, by its name or a shortened one in a few European languages. */
export function monthOf(name: string): number | null {
  const folded = fold(name);
  return months.get(folded) ?? (folded.length >= 3 ? (months.get(folded.slice(0, 3)) ?? null) : null);
}
