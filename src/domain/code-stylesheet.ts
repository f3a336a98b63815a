/** Colours of highlighted code on white and on black, of a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
const colours: readonly (readonly [kind: string, light: string, dark: string])[] = [
  ['comment', '#57606a', '#8b949e'],
  ['constant', '#0550ae', '#79c0ff'],
  ['string', '#0a5c36', '#a5d6ff'],
  ['string-expression', '#0a5c36', '#a5d6ff'],
  ['keyword', '#b3202c', '#ff7b72'],
  ['parameter', '#8a3a00', '#ffa657'],
  ['function', '#6f42c1', '#d2a8ff'],
  ['punctuation', '#24292f', '#c9d1d9'],
  ['link', '#0550ae', '#79c0ff'],
  ['inserted', '#116329', '#7ee787'],
  ['deleted', '#a40e26', '#ffa198'],
  ['changed', '#8a3a00', '#ffa657'],
];

/** A stylesheet for the classes that highlighted code carries, in the reader's light or dark scheme. */
export function codeStylesheet(): string {
  const rules = (shade: 1 | 2): string =>
    colours.map((colour) => `.hl-${colour[0]} { color: ${colour[shade]}; }`).join('\n');
  return `${rules(1)}\n@media (prefers-color-scheme: dark) {\n${rules(2)}\n}\n`;
}
