import type { End, Reading } from './reading.ts';

/** `$$…$$`, in a line or over several, without a blank one. */
const display = /\$\$((?:[^$\\\n]|\\[^\n]|\n(?![ \t]*\n)){1,5000})\$\$(?!\$)/y;
/** `$…$` as Pandoc knows it: no blank within its ends, no digit behind it. */
const inline = /\$((?![\s\d])(?:[^$\\\n]|\\[^\n]){1,500}?)(?<!\s)\$(?![\w$])/y;
/** What only TeX is written with; "between $a and $b" is none. */
const tex = /[\\^{}]|[\w)]_\w/;
const punctuation = /[!-/:-@[-`{-~]/g;

/**
 * TeX between dollar signs, as scripts of KaTeX and MathJax look for it: all of it is text, so that neither
 * backslashes nor asterisks in it are read as Markdown.
 */
export function readMath({ source, output }: Reading, at: number): End | null {
  const double = source.startsWith('$$', at);
  if (!double && /[\w$\\]/.test(source.charAt(at - 1))) return null;
  const pattern = double ? display : inline;
  pattern.lastIndex = at;
  const inside = pattern.exec(source)?.[1];
  if (inside === undefined || (!double && !tex.test(inside))) return null;
  const fence = double ? '$$' : '$';
  output.write(fence + inside.replace(punctuation, '\\$&') + fence);
  return pattern.lastIndex;
}
