import { nextLine } from './code-lines.ts';

const statement =
  /(?:import\s+(?:["'][^"'\n]+["']|(?:type\s+)?(?:[\w$*{][\w\s$*{},]{0,500}?)\s*from\s*["'][^"'\n]+["'])|export\s+(?:(?:const|let|var)\s+[\w${[]|(?:async\s+)?function\b[\s*]*[\w$]*\s*\(|class\s+[\w$]+|default\s+(?:[({[]|function\b|class\b|async\b|[\w$]+\s*(?:;|\(|=>|\n|$))|\{|\*\s+(?:as|from)\b))/y;
const maxLength = 5000;

/**
 * The end of the ECMAScript modules block of MDX that begins with the line at `at` (mdxjs.com/docs/what-is-mdx):
 * from `import` or `export` to the first blank line outside brackets. Null when the line is prose.
 */
export function esmBlockEnd(source: string, at: number): number | null {
  statement.lastIndex = at;
  if (!statement.test(source)) return null;
  let depth = 0;
  let firstBlank: number | null = null;
  let line = at;
  while (line < source.length && line - at < maxLength) {
    const end = nextLine(source, line);
    const text = source.slice(line, end);
    if (text.trim() === '') {
      if (depth <= 0) return line;
      firstBlank ??= line;
    }
    depth += (text.match(/[([{]/g)?.length ?? 0) - (text.match(/[)\]}]/g)?.length ?? 0);
    line = end;
  }
  return line >= source.length && depth <= 0 ? source.length : (firstBlank ?? line);
}
