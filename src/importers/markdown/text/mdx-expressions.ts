import { outsideCode } from '../../text/outside-code.ts';

/** A text as code writes it, and nothing else. */
const literal = /^\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|`([^`\\$]*)`)\s*$/;
/** `{#id}`, `{/* a comment`, `{" "}`, `{{`, `{<`: read when the text is rendered. */
const readElsewhere = /^\{(?:[#{%:]|\/\*|(["'])\s\1\})/;
/** Statements of modules, and TeX: what is in braces there is no expression of the text. */
const modules = /^(?:import|export)\s[^]*?(?=\n[ \t]*\n|$(?![^]))/gm;
const math = /\$\$(?:[^$]|\\\$){1,5000}\$\$|(?<![\w$\\])\$(?!\s)(?:[^$\\\n]|\\[^\n]){1,500}\$(?![\w$])/g;
const maxLength = 5000;
/** What has more was not written for MDX. */
const maxUnclosed = 20;

/**
 * The text of an MDX file without its expressions: one that is a text stays as that, what only running the code
 * would tell goes. Code stays as it is, and so do the attributes of tags and the number of lines.
 */
export function plainMdx(markdown: string): string {
  if (!markdown.includes('{')) return markdown;
  const visible = outsideCode(markdown).replace(modules, blank).replace(math, blank);
  let text = '';
  let done = 0;
  let unclosed = 0;
  for (let at = visible.indexOf('{'); at !== -1; at = visible.indexOf('{', Math.max(at + 1, done))) {
    const before = visible.charAt(at - 1);
    if (/[\\={$]/.test(before) || readElsewhere.test(visible.slice(at, at + 5))) continue;
    const end = expressionEnd(markdown, at);
    if (end === null) {
      unclosed += 1;
      if (unclosed > maxUnclosed) break;
    }
    if (end === null || isInTag(visible, at)) continue;
    const [, a, b, c] = literal.exec(markdown.slice(at + 1, end - 1)) ?? [];
    const said = a ?? b ?? c;
    text += markdown.slice(done, at) + (said ?? markdown.slice(at, end).replace(/[^\n]/g, ''));
    done = end;
  }
  return text + markdown.slice(done);
}

/** Behind the brace that closes the one at `at`, quoted braces left aside. */
function expressionEnd(text: string, at: number): number | null {
  let depth = 0;
  const code = text.slice(at, at + maxLength);
  for (const { 0: sign, index } of code.matchAll(/"[^"\n]*"|'[^'\n]*'|`[^`]*`|[{}]/g)) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0) return at + index + 1;
  }
  return null;
}

/** Whether a tag is open before `at`, so that the braces are one of its attributes. */
function isInTag(text: string, at: number): boolean {
  return /<[A-Za-z][^<>]*$/.test(text.slice(Math.max(0, at - 500), at));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
