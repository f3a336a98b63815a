import { outsideTemplateCode } from '../links/template-code.ts';
import { withEdits, type Edit } from '../text/with-edits.ts';
import { markdownTree, placed, placedNodes, type Placed } from './markdown-source.ts';

/** How a system reads Markdown otherwise than CommonMark and we do. */
export interface MarkdownDialect {
  /** Every line ends where it ends, and "#Heading" is a heading. */
  readonly lines: boolean;
  /** `==marked==`, `H~2~O` and `x^2^` mean something (markdown-it as Ghost has it). */
  readonly marks: boolean;
  /** `{% tags %}` and `{{ values }}` are a template's; else braces are braces. */
  readonly templates: boolean;
}

/** The same text in CommonMark, changed nowhere else. */
export function plainDialect(markdown: string, { lines, marks, templates }: MarkdownDialect): string {
  const tree = markdownTree(markdown);
  if (!tree) return markdown;
  const headed = lines
    ? withEdits(
        markdown,
        placedNodes(tree).flatMap((one) => headings(one, markdown)),
      )
    : markdown;
  const whole = headed === markdown ? tree : markdownTree(headed);
  if (!whole) return markdown;
  const visible = outsideTemplateCode(headed);
  const edits = placedNodes(whole).flatMap((one) => [
    ...(lines ? lineBreaks(one, visible) : []),
    ...(marks ? [...marked(one, headed), ...lowered(one, headed)] : notes(one, headed)),
    ...(templates ? [] : braces(one, headed)),
    ...role(one, headed),
    ...lineStarts(one, headed),
    ...cells(one, headed),
  ]);
  return withEdits(headed, edits);
}

/** "##Heading", which is but text of a paragraph in CommonMark. */
function headings({ node, start, end }: Placed, source: string): Edit[] {
  if (node.type !== 'paragraph') return [];
  return [...source.slice(start, end).matchAll(/(?:^|\n[ \t>]*)#{1,6}(?=[^\s#])/g)].map((match) => ({
    at: start + match.index + match[0].length,
    remove: 0,
    insert: ' ',
  }));
}

/** Beside a template's tag, and behind a break that is written, a line may end as it likes. */
const ended = /(?:%\}|\}\}|<br\s?\/?>|^|\n)[ \t]*$/i;

/** @param visible the source, without code that is no Markdown's */
function lineBreaks({ node, start, end }: Placed, visible: string): Edit[] {
  if (node.type !== 'text') return [];
  return [...visible.slice(start, end).matchAll(/\n(?![ \t>]*\{[%{])/g)]
    .map(({ index }) => start + index)
    .filter((at) => !ended.test(visible.slice(Math.max(0, at - 100), at)))
    .map((at) => ({ at, remove: 0, insert: '\\' }));
}

/** `==marked==`, as far as both marks stand in the same element; `x^2^`. */
function marked({ node }: Placed, source: string): Edit[] {
  if (!('children' in node)) return [];
  const texts = node.children.filter(({ type }) => type === 'text').flatMap(placed);
  const edits: Edit[] = [];
  let open: number | null = null;
  for (const { start, end } of texts) {
    const text = source.slice(start, end);
    for (const match of text.matchAll(/(?<![\\=])==(?!=)|(?<![\\^])\^([^\s^[\]]{1,200})\^/g)) {
      const at = start + match.index;
      if (match[1] !== undefined) edits.push(...around(at, match[0].length, 1, 'sup'));
      else if (open !== null && /\S/.test(source.charAt(at - 1))) {
        edits.push(...around(open, at + 2 - open, 2, 'mark'));
        open = null;
      } else if (/\S/.test(source.charAt(at + 2))) open = at;
    }
  }
  return edits;
}

/** One tilde strikes nothing through there: it is for indices, which have no blanks. */
function lowered({ node, start, end }: Placed, source: string): Edit[] {
  if (node.type !== 'delete' || source.startsWith('~~', start)) return [];
  if (!/\s/.test(source.slice(start, end))) return around(start, end - start, 1, 'sub');
  return [start, end - 1].map((at) => ({ at, remove: 0, insert: '\\' }));
}

/** What `plainMarkdown` (domain/markup) would take for a template's. */
function braces({ node, start, end }: Placed, source: string): Edit[] {
  if (node.type !== 'text') return [];
  return [...source.slice(start, end).matchAll(/(?<![\\{])\{(?=[{%#/:.'"]|[\w-]+=)/g)].map(({ index }) => ({
    at: start + index,
    remove: 0,
    insert: '\\',
  }));
}

/** `{ref}` before code, which only MyST reads. */
function role({ node, start, end }: Placed, source: string): Edit[] {
  if (node.type !== 'text' || source.charAt(end) !== '`') return [];
  const at = start + source.slice(start, end).search(/(?<!\\)\{[a-z:]{1,40}\}$/);
  return at < start ? [] : [{ at, remove: 0, insert: '\\' }];
}

/** `^[words]`, which is a note in the line to us, and to Ghost. */
function notes({ node, start, end }: Placed, source: string): Edit[] {
  if (node.type !== 'text') return [];
  return [...source.slice(start, end).matchAll(/(?<!\\)\^(?=\[)/g)].map(({ index }) => ({
    at: start + index + 1,
    remove: 0,
    insert: '\\',
  }));
}

/** ` ```{r, echo=FALSE} `: only Quarto and R Markdown hide code that says so. */
function cells({ node, start }: Placed, source: string): Edit[] {
  if (node.type !== 'code') return [];
  const line = source.slice(start, start + 600);
  const [whole = '', fence = '', name = ''] =
    /^((?:`{3,}|~{3,})[ \t]*)\{[.=]?([\w+#-]*)[^\n]*/.exec(line) ?? [];
  return whole === '' ? [] : [{ at: start, remove: whole.length, insert: fence + name }];
}

const lineStart = /(?:^|\n)[ \t>]*$/;
/** What generators take for theirs at the start of a line: boxes, lists of definitions, abbreviations, modules. */
const generatorMark = /^(?::(?=:|[ \t])|\.(?=[a-z])|\*(?=\[)|[ie](?=(?:mport|xport)\s))/;

function lineStarts({ node, start, end }: Placed, source: string): Edit[] {
  if (node.type !== 'text') return [];
  const starts = [...source.slice(start, end).matchAll(/\n[ \t>]*/g)].map(
    (match) => start + match.index + match[0].length,
  );
  const isStart = lineStart.test(source.slice(Math.max(0, start - 100), start));
  return [...(isStart ? [start] : []), ...starts].flatMap((at) => {
    const [mark] = generatorMark.exec(source.slice(at, Math.min(end, at + 20))) ?? [];
    if (mark === undefined) return [];
    return [{ at, remove: 1, insert: /\w/.test(mark) ? `&#${mark.charCodeAt(0)};` : `\\${mark}` }];
  });
}

/** An element in the place of the marks at both ends. */
function around(at: number, length: number, mark: number, name: string): Edit[] {
  return [
    { at, remove: mark, insert: `<${name}>` },
    { at: at + length - mark, remove: mark, insert: `</${name}>` },
  ];
}
