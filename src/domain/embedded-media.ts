import type { Element, ElementContent, Root } from 'hast';
import { linkTo, paragraphOf } from './html-link.ts';
import { pageOfScript, watchPage } from './markup/embed-urls.ts';
import { replaceElements } from './tree-elements.ts';

const media = new Set(['iframe', 'embed', 'object', 'video', 'audio', 'frame', 'script']);
const blocks = new Set(['aside', 'blockquote', 'center', 'div', 'figure', 'li', 'section', 'td']);

/**
 * Puts a plain link where a frame, an object, a player or a script that writes a text of another site stands:
 * what it would show is one click away and nothing of another site runs in the page. One whose address is not
 * the web's goes with its inside, and so does any other script.
 */
export function linkEmbeddedMedia(tree: Root): void {
  replaceElements(tree, (element, parent) => {
    if (!media.has(element.tagName)) return [element];
    const link = linkInPlaceOf(element);
    const block = !('tagName' in parent) || blocks.has(parent.tagName);
    return block && link.length > 0 ? [paragraphOf(...link)] : link;
  });
}

function linkInPlaceOf(element: Element): ElementContent[] {
  const url = addressOf(element);
  if (url === null) return [];
  const { title } = element.properties;
  const value = typeof title === 'string' && title.trim() !== '' ? title : url;
  return [linkTo(url, value)];
}

/** A film or a sound may be a file of the blog; a frame of its own site shows nothing that a reader misses. */
function addressOf(element: Element): string | null {
  if (element.tagName === 'script') {
    const { src, dataId } = element.properties;
    return typeof src === 'string' ? pageOfScript(src, typeof dataId === 'string' ? dataId : '') : null;
  }
  const sources = element.children.filter((child) => child.type === 'element');
  for (const { tagName, properties } of [element, ...sources]) {
    const { src, data } = properties;
    const url =
      [src, data]
        .find((value) => typeof value === 'string')
        ?.toString()
        .trim() ?? '';
    if (/^(?:https?:)?\/\/\S/i.test(url)) return watchPage(url);
    const file = element.tagName === 'video' || element.tagName === 'audio';
    if (file && tagName !== 'img' && tagName !== 'track' && url !== '') return url;
  }
  return null;
}
