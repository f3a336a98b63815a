const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/**
 * A language as a BCP 47 tag in its canonical spelling ("pt_br" is "pt-BR"), or null when no such
 * language is known. Only what Intl has a name for counts, so that "js" and "md" are none.
 */
export function languageTag(text: string): string | null {
  const written = text
    .trim()
    .replaceAll('_', '-')
    .replace(/\.utf-?8$/i, '');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,2}$/i.test(written)) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(written);
    const [language = ''] = written.split('-');
    return tag !== undefined && names.of(language) !== undefined && names.of(tag) !== undefined ? tag : null;
  } catch {
    return null;
  }
}
