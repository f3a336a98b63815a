import { yamlText, type YamlValue } from './yaml-text.ts';

/** A file of an export in two: what stands between the fences, and the body to the letter. */
export interface FrontMatterFile {
  readonly frontMatter: string;
  readonly body: string;
  /** Where the body begins; lines are counted from 1. */
  readonly bodyLine: number;
}

/** A Markdown file: front matter, an empty line, and the body as it is stored, ended by a newline of the file's own. */
export function frontMatterFile(fields: { readonly [name: string]: YamlValue }, body: string): string {
  return `---\n${yamlText(fields)}---\n\n${body}\n`;
}

/**
 * Reads what `frontMatterFile` wrote: whatever is in a body comes back as it was. A file whose very fence ends in
 * CRLF was converted as a whole by an editor or by git, and is converted back.
 *
 * @returns null for a file that is not of this form
 */
export function splitFrontMatterFile(file: string): FrontMatterFile | null {
  const unmarked = file.startsWith('\ufeff') ? file.slice(1) : file;
  const text = unmarked.startsWith('---\r\n') ? unmarked.replaceAll('\r\n', '\n') : unmarked;
  if (!text.startsWith('---\n')) return null;
  const end = text.indexOf('\n---\n', 3);
  if (end < 0) return null;
  const frontMatter = text.slice(4, end + 1);
  const rest = text.slice(end + 5);
  const body = rest.startsWith('\n') ? rest.slice(1) : rest;
  return {
    frontMatter,
    body: body.endsWith('\n') ? body.slice(0, -1) : body,
    bodyLine: frontMatter.split('\n').length + (rest.startsWith('\n') ? 3 : 2),
  };
}
