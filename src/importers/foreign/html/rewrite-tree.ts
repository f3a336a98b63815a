import type { Root } from 'hast';
import { elementsOf } from '../../../domain/tree-elements.ts';

/** Where an address leads now; an address may be relative. */
export type RewriteAddress = (address: string, kind: 'link' | 'image') => string;

/** Passes every link and image of a tree through `rewrite`. */
export function rewriteTree(tree: Root, rewrite: RewriteAddress): void {
  for (const { element } of elementsOf(tree)) {
    const { href, src } = element.properties;
    if (typeof href === 'string') element.properties['href'] = rewrite(href.trim(), 'link');
    if (typeof src === 'string') element.properties['src'] = rewrite(src.trim(), 'image');
  }
}
