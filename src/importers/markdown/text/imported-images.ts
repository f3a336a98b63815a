import { outsideCode } from '../../text/outside-code.ts';
import { withEdits } from '../../text/with-edits.ts';
import type { Edit } from '../../text/with-edits.ts';

const path = String.raw`(["'])([^"'\n]{1,500}\.(?:avif|gif|jpe?g|png|svg|webp))(?:\?[^"'\n]{0,100})?`;
/** `import hero from './hero.png'`, `const hero = require('./hero.png')`. */
const imported = new RegExp(
  String.raw`^(?:import\s+(?:\*\s+as\s+)?([\w$]{1,80})\s+from\s+|(?:export\s+)?const\s+([\w$]{1,80})\s*=\s*require\(\s*)${path}\3`,
  'gm',
);
/** `={require('./hero.png').default}`, `={useBaseUrl('/img/hero.png')}`. */
const called = new RegExp(
  String.raw`=\{\s*(?:require|useBaseUrl)\(\s*${path}\1\s*\)(?:\.default|\.src)?\s*\}`,
  'g',
);
const named = /=\{\s*([\w$]{1,80})(?:\.src|\.default|\.url)?\s*\}/g;

/**
 * Attributes of tags in MDX that have a picture as a value of code, `src={hero}`, with its path instead, as the file
 * says that it is imported. Code stays as it is, and so does the number of lines.
 */
export function plainImports(markdown: string): string {
  if (!/=\{\s*[\w$]/.test(markdown)) return markdown;
  const visible = outsideCode(markdown);
  const paths = new Map(
    Array.from(visible.matchAll(imported), ([, a, b, , file = '']) => [a ?? b ?? '', file] as const),
  );
  const edits: Edit[] = [];
  for (const { 0: whole, 2: file = '', index } of visible.matchAll(called)) {
    edits.push({ at: index, remove: whole.length, insert: valueOf(file, whole) });
  }
  for (const { 0: whole, 1: name = '', index } of visible.matchAll(named)) {
    const file = paths.get(name);
    if (file !== undefined) edits.push({ at: index, remove: whole.length, insert: valueOf(file, whole) });
  }
  return withEdits(markdown, edits);
}

/** The value between quotes, with the line breaks of the code that it replaces. */
function valueOf(file: string, code: string): string {
  return `="${file}"${code.replace(/[^\n]/g, '')}`;
}
