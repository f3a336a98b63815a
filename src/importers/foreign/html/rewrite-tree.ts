import type { Root } from 'hast';
import { elementsOf } from '../../../domain/tree-elements.ts';

/** Where an address leads now; an address may be relative. */
export type RewriteAddress = (address: string, kind: 'link' | 'image') => string;

/** Passes every link and image of a tree through `rewrite`, but for links to a place in the body itself. */
export function rewriteTree(tree: Root, rewrite: RewriteAddress): void {
  for (const { element } of elementsOf(tree)) {
    const { href, src } = element.properties;
    if (typeof href === 'string' && !href.startsWith('#')) {
      element.properties['href'] = rewrite(addressOf(href), 'link');
    }
    if (typeof src === 'string') element.properties['src'] = rewrite(addressOf(src), 'image');
  }
}

/** Without the line ends that a browser would leave out (url.spec.whatwg.org, basic URL parser). */
function addressOf(written: string): string {
  return written.replace(/[\t\n\r]+/g, '').trim();
}
