import { isMap, isTrue, listOf, rawText, type JsonMap } from '../../../fields/json-values.ts';
import { element, openTag } from '../../../text/html-source.ts';
import { inlineHtml, type Walk } from './inline.ts';

/** A list. Lexical puts a list within a list into an item of its own: it belongs to the item before it. */
export function listHtml(node: JsonMap, walk: Walk, depth: number): string {
  walk.budget.spend(depth);
  const numbered = node['listType'] === 'number' || node['tag'] === 'ol';
  const check = node['listType'] === 'check';
  const items: string[] = [];
  for (const child of listOf(node['children'])) {
    if (!isMap(child)) continue;
    const { nested, text } = itemOf(child, walk, depth + 1);
    if (text === '' && nested !== '' && items.length > 0) items.push((items.pop() ?? '') + nested);
    else items.push((check ? checkbox(child) : '') + text + nested);
  }
  const start = numbered && typeof node['start'] === 'number' && node['start'] > 1 ? node['start'] : null;
  const inside = items.map((item) => element('li', item)).join('');
  if (inside === '') return '';
  return element(numbered ? 'ol' : 'ul', inside, { start });
}

function itemOf(item: JsonMap, walk: Walk, depth: number): { nested: string; text: string } {
  if (item['type'] === 'list') return { nested: listHtml(item, walk, depth), text: '' };
  walk.budget.spend(depth);
  const children = listOf(item['children']);
  const lists = children.filter((child) => isMap(child) && child['type'] === 'list').filter(isMap);
  const line = children.filter((child) => !(isMap(child) && rawText(child['type']) === 'list'));
  return {
    nested: lists.map((list) => listHtml(list, walk, depth + 1)).join(''),
    text: inlineHtml(line, walk, depth + 1),
  };
}

function checkbox(item: JsonMap): string {
  return `${openTag('input', { type: 'checkbox', disabled: '', checked: isTrue(item['checked']) ? '' : null })} `;
}
