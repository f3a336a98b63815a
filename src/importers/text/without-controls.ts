const controls = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]/g;

/** A text without the characters that show nothing and that XML forbids; HTML can say them by number. */
export function withoutControls(text: string): string {
  return text.replace(controls, '');
}
