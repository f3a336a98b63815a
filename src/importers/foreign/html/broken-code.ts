import type { Element, ElementContent, Parents } from 'hast';
import { elementsOf } from '../../../domain/tree-elements.ts';

/** Elements that a block of code may stand in. */
const holders = /^(?:p|div|li|blockquote|section|article|dd|center)$/;

/** Code of several lines that is written as within a line, with breaks in it: a block of code. In place. */
export function blockOfBrokenCode(code: Element, parent: Parents): void {
  if (code.tagName !== 'code' || !(parent.type === 'root' || isHolder(parent))) return;
  if (!elementsOf(code).every(({ element }) => /^(?:br|span|font|b|i|em|strong)$/.test(element.tagName)))
    return;
  const text = linesOf(code).replaceAll('\u00a0', ' ');
  const lines = text.split('\n').map((line) => line.trimEnd());
  if (lines.length < 2) return;
  if (lines.filter((line) => line !== '').length > 1) code.tagName = 'pre';
  code.children = [{ type: 'text', value: lines.join('\n').replace(/^\n+|\n+$/g, '') }];
}

function isHolder(parent: Parents): boolean {
  return parent.type === 'element' && holders.test(parent.tagName);
}

/** A newline is space, but for the one that writers of HTML put behind a break. */
function linesOf(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/\n/g, ' ');
  if (node.type !== 'element') return '';
  if (node.tagName === 'br') return '\n';
  return node.children.map((child, at) => afterBreak(child, node.children[at - 1])).join('');
}

function afterBreak(node: ElementContent, before: ElementContent | undefined): string {
  const isBehind = node.type === 'text' && before?.type === 'element' && before.tagName === 'br';
  return isBehind ? linesOf({ type: 'text', value: node.value.replace(/^\n/, '') }) : linesOf(node);
}

/** A paragraph in parts, where blocks of code stand in it. */
export function aroundCode(paragraph: Element): ElementContent[] {
  const parts: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    while (isSpace(run.at(-1))) run.pop();
    if (run.length > 0) parts.push({ ...paragraph, children: run });
    run = [];
  };
  for (const child of paragraph.children) {
    if (child.type === 'element' && child.tagName === 'pre') {
      flush();
      parts.push(child);
    } else if (run.length > 0 || parts.length === 0 || !isSpace(child)) run.push(child);
  }
  flush();
  return parts;
}

function isSpace(node: ElementContent | undefined): boolean {
  if (node?.type === 'text') return node.value.trim() === '';
  return node?.type === 'element' && node.tagName === 'br';
}
