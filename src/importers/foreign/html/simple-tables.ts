import type { Element } from 'hast';
import { elementsOf } from '../../../domain/tree-elements.ts';
import { inlineHtml, keptHtml } from './kept-html.ts';

const blocks =
  /^(?:p|div|ul|ol|dl|pre|table|blockquote|h[1-6]|hr|figure|details|section|article|aside|center|kept-.*-block|kept-block-html)$/;

/**
 * Whether a table of GFM says all of it: one row of headings, no others, rows of one length, nothing merged,
 * no caption, and running text in the cells (github.github.com/gfm, tables).
 */
export function isSimpleTable(table: Element): boolean {
  const inside = elementsOf(table);
  if (
    inside.some(({ element }) => /^(?:caption|tfoot)$/.test(element.tagName) && element.children.length > 0)
  ) {
    return false;
  }
  const rows = inside.map(({ element }) => element).filter(({ tagName }) => tagName === 'tr');
  const [head, ...others] = rows.map(cellsOf);
  if (!head || head.length === 0 || !head.every(({ tagName }) => tagName === 'th')) return false;
  if (others.some((row) => row.length !== head.length || row.some(({ tagName }) => tagName !== 'td')))
    return false;
  return [head, ...others].flat().every(isSimpleCell);
}

/** A cell of one paragraph holds its text; a line that ends within a cell does so as HTML says it. */
export function flattenCells(table: Element): void {
  for (const { element, parent } of elementsOf(table)) {
    if (element.tagName === 'br') {
      parent.children.splice(parent.children.indexOf(element), 1, keptHtml(inlineHtml, '<br>'));
    } else if (element.tagName === 'p') {
      parent.children.splice(parent.children.indexOf(element), 1, ...element.children);
    }
  }
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName),
  );
}

function isSimpleCell(cell: Element): boolean {
  const { colSpan, rowSpan } = cell.properties;
  if (Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) !== 1) return false;
  const inside = elementsOf(cell).map(({ element }) => element);
  const found = inside.filter(({ tagName }) => blocks.test(tagName));
  const [only] = cell.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const alone = cell.children.every(
    (child) => child === only || (child.type === 'text' && child.value.trim() === ''),
  );
  if (found.length > 0 && !(found.length === 1 && found[0]?.tagName === 'p' && found[0] === only && alone)) {
    return false;
  }
  // A bar within code is escaped, so that no backslash may stand beside it.
  return inside.every(({ tagName, children }) => {
    const [text] = children;
    return tagName !== 'code' || text?.type !== 'text' || !text.value.includes('\\|');
  });
}
