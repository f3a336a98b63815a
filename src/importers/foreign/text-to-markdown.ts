import { stringifyMarkdown } from './html/stringify-markdown.ts';

/** Plain text as Markdown that shows it: paragraphs where there are empty lines, and no mark has a meaning. */
export function textToMarkdown(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '');
  return stringifyMarkdown({
    type: 'root',
    children: paragraphs.map((paragraph) => ({
      type: 'paragraph',
      children: paragraph
        .trim()
        .split('\n')
        .flatMap((line, index) => [
          ...(index === 0 ? [] : [{ type: 'break' } as const]),
          { type: 'text', value: line.trim() } as const,
        ]),
    })),
  });
}
