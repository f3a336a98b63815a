import type { Element, ElementContent } from 'hast';

/** A link to an address, which is its text too where there is no other. */
export function linkTo(url: string, text: string = url): Element {
  const children: ElementContent[] = [{ type: 'text', value: text }];
  return { type: 'element', tagName: 'a', properties: { href: url }, children };
}

export function paragraphOf(...children: readonly ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [...children] };
}
