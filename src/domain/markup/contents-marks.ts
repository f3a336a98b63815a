import { fencedCodeEnd, nextLine } from './code-lines.ts';
import type { End, Reading } from './reading.ts';

const fence = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*(?:toc|table-of-contents)[ \t]*\r?\n/;
/** A setting (`maxLevel: 3`), an entry of a list, a comment; `## Interface: 1` is a file of the kind `.toc`. */
const setting = /^[ \t>]*(?:[\w-]+:.*|-[ \t].*|#(?!#).*|(?:`{3,}|~{3,})[ \t]*)?\r?$/;
const heading = /^ {0,3}(#{1,6})[ \t]+([^\n]{1,80})$/;
const names =
  /^(?:(?:table of )?contents?|toc|table des matières|sommaire|inhalt(?:sverzeichnis)?|índice|indice|tabla de contenidos?|sumário|inhoud(?:sopgave)?|spis treści|содержание|оглавление|içindekiler|目录|目錄|目次|목차)$/i;
const rule = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

/** Whether a source may have one of the marks below. */
export function mayHaveContents(source: string): boolean {
  return (
    /^[ \t>]*(?:`{3,}|~{3,})[ \t]*(?:toc|table-of-contents)[ \t]*\r?$/m.test(source) ||
    (source.match(/^ {0,3}#{1,6}[ \t]+[^\n]{1,80}$/gm) ?? []).some((line) => contentsHeading(line) !== null)
  );
}

/** A fence that stands for a table of contents (gatsby-remark-table-of-contents, plugins of Obsidian). */
export function isContentsFence(lines: string): boolean {
  return (
    fence.test(lines) &&
    lines
      .split('\n')
      .slice(1)
      .every((line) => setting.test(line))
  );
}

/**
 * The end of a heading "Table of contents" that has nothing below it: remark-toc fills it in, as AstroPaper asks its
 * authors to have one. Null for any other line, and where a link of the text leads to the heading.
 */
export function emptyContentsEnd({ source, next }: Reading, at: number): End | null {
  const { level, name = '' } = contentsHeading(source.slice(at, nextLine(source, at)).trimEnd()) ?? {};
  if (level === undefined || next(`(#${name.replaceAll(' ', '-')})`, 0) !== -1) return null;
  let end = nextLine(source, at);
  while (end < source.length) {
    const line = source.slice(end, nextLine(source, end)).trimEnd();
    const below = heading.exec(line)?.[1]?.length ?? 0;
    if ((below > 0 && below <= level) || rule.test(line)) return end;
    const fenced = fence.test(`${line}\n`) ? fencedCodeEnd(source, end) : null;
    if (fenced === null ? line !== '' : !isContentsFence(source.slice(end, fenced))) return null;
    end = fenced ?? nextLine(source, end);
  }
  return null;
}

function contentsHeading(line: string): { level: number; name: string } | null {
  const [, marks = '', title = ''] = heading.exec(line) ?? [];
  const name = title.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').toLowerCase();
  return names.test(name) ? { level: marks.length, name } : null;
}
