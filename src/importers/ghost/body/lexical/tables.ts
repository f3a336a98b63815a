import { isMap, listOf, type JsonMap } from '../../../fields/json-values.ts';
import { element } from '../../../text/html-source.ts';
import { inlineHtml, type Walk } from './inline.ts';

/** A table (@lexical/table): rows of cells; a cell holds paragraphs. */
export function tableHtml(node: JsonMap, walk: Walk, depth: number): string {
  const rows = childrenOf(node, walk, depth).map((row) =>
    element(
      'tr',
      childrenOf(row, walk, depth + 1)
        .map((cell) => cellHtml(cell, walk, depth + 2))
        .join(''),
    ),
  );
  return rows.length === 0 ? '' : element('table', rows.join(''));
}

function cellHtml(cell: JsonMap, walk: Walk, depth: number): string {
  const lines = childrenOf(cell, walk, depth).map((part) => inlineHtml([part], walk, depth + 1));
  const name = typeof cell['headerState'] === 'number' && cell['headerState'] > 0 ? 'th' : 'td';
  return element(name, lines.filter((line) => line !== '').join('<br>'), {
    colspan: span(cell['colSpan']),
    rowspan: span(cell['rowSpan']),
  });
}

function span(value: unknown): number | null {
  return typeof value === 'number' && value > 1 && value <= 1000 ? Math.floor(value) : null;
}

function childrenOf(node: JsonMap, { budget }: Walk, depth: number): readonly JsonMap[] {
  budget.spend(depth);
  return listOf(node['children']).filter(isMap);
}
