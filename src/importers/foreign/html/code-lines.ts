import type { Element, ElementContent, Parents } from 'hast';
import { hasClass } from '../../../domain/tree-elements.ts';

/**
 * Code as Windows Live Writer and its kin write it: a box, or a `pre`, with a `pre` for every line, often with
 * the line's number as text. It is made one `pre` without numbers, in place. A `pre` that nothing can be read in
 * is told by false.
 */
export function mendCodeLines(element: Element, parent: Parents): boolean {
  if (element.tagName === 'pre' && isBoxAround(parent)) return true;
  if (isBoxOfCode(element)) {
    const lines = element.children.flatMap(lineOf);
    const isOnlyLines = element.children.every((child) => isPre(child) || isBlank(child));
    if (lines.length === 0 || !isOnlyLines) return true;
    element.tagName = 'pre';
    setText(element, withoutNumbers(lines).join('\n'));
  } else if (element.tagName === 'pre' && isNumbered(element)) {
    setText(element, withoutNumbers(codeIn(element).split('\n')).join('\n'));
  }
  if (element.tagName !== 'pre') return true;
  while (isBreak(element.children[0])) element.children.shift();
  return !isBlank(element);
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br';
}

/** Of a parent, the children are not looked through: it is asked for each of them. */
function isBoxAround(parent: Parents): boolean {
  return parent.type === 'element' && (parent.tagName === 'pre' || isCodeBox(parent));
}

function isBoxOfCode(element: Element): boolean {
  return element.tagName === 'pre' ? element.children.some(isPre) : isCodeBox(element);
}

function isCodeBox(element: Element): boolean {
  if (element.tagName !== 'div') return false;
  return element.properties['id'] === 'codeSnippet' || hasClass(element, 'csharpcode');
}

/** Whether the numbers of lines are marked as such. */
function isNumbered(pre: Element): boolean {
  return pre.children.some((child) => child.type === 'element' && hasClass(child, 'lnum'));
}

function isPre(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'pre';
}

function lineOf(node: ElementContent): string[] {
  return isPre(node) ? codeIn(node).replace(/\n$/, '').split('\n') : [];
}

function codeIn(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  return node.tagName === 'br' ? '\n' : node.children.map(codeIn).join('');
}

/** A picture is not blank. */
function isBlank(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type !== 'element') return true;
  return /^(?:p|pre|code|span|br|b|strong|em|i|font)$/.test(node.tagName) && node.children.every(isBlank);
}

/** Lines numbered one by one lose their numbers, and the space that all have after it. */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  const rest = lines.map((line) => /^\s*(\d+):(.*)$/s.exec(line));
  const [first] = rest;
  const start = Number(first?.[1]);
  if (!rest.every((found, at) => Number(found?.[1]) === start + at)) return lines;
  const code = rest.map((found) => found?.[2] ?? '');
  const spaces = /^ {0,2}/.exec(code.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  const isAll = code.every((line) => line.trim() === '' || line.startsWith(spaces));
  return code.map((line) => line.slice(isAll ? spaces.length : 0).trimEnd());
}

function setText(pre: Element, value: string): void {
  pre.children = [{ type: 'text', value }];
}
