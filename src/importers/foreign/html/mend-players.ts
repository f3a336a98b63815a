import type { Element, ElementContent, Parents, Root } from 'hast';
import { linkTo, paragraphOf } from '../../../domain/html-link.ts';
import { elementsOf, replaceElements } from '../../../domain/tree-elements.ts';
import { frameAddress } from '../../text/frame-address.ts';

/**
 * Brings what only a script or a plugin of old shows into a form that a link can stand for: scripts of gists,
 * and players of Flash, which name their film in a parameter and again in an `embed`.
 */
export function mendPlayers(tree: Root): void {
  replaceElements(tree, (element, parent) => {
    const { tagName, properties } = element;
    const frame = frameIn(properties['dataHtml']);
    if (frame !== null) return [frame];
    if (tagName === 'script') return gistOf(element, parent);
    if (tagName === 'object') {
      const film = filmOf(element);
      if (film !== null) properties['data'] = film;
    } else if (tagName === 'embed' && typeof properties['src'] === 'string')
      properties['src'] = playable(properties['src']);
    return [element];
  });
}

/** Squarespace keeps the frame of a film as text, which a script puts in. */
function frameIn(html: unknown): Element | null {
  if (typeof html !== 'string') return null;
  const src = frameAddress(html);
  return src === null ? null : { type: 'element', tagName: 'iframe', properties: { src }, children: [] };
}

/** A link to the gist that a script writes into a page; nothing for any other script. */
function gistOf({ properties }: Element, parent: Parents): ElementContent[] {
  const src = typeof properties['src'] === 'string' ? properties['src'] : '';
  const page = /^(?:https?:)?\/\/(gist\.github\.com\/[\w./-]+?)\.(?:js|pibb)(?:[?#]|$)/i.exec(src)?.[1];
  if (page === undefined) return [];
  const url = `https://${page}`;
  const link = linkTo(url);
  const isRunning = parent.type === 'element' && /^(?:p|span|li|td|h[1-6])$/.test(parent.tagName);
  return [isRunning ? link : paragraphOf(link)];
}

function filmOf(object: Element): string | null {
  const named = elementsOf(object).map(({ element: { tagName, properties } }) => {
    if (tagName === 'embed') return properties['src'];
    const isFilm = tagName === 'param' && /^(?:movie|src|filename|url)$/i.test(String(properties['name']));
    return isFilm ? properties['value'] : null;
  });
  const found = [object.properties['data'], ...named].find(
    (value) => typeof value === 'string' && /^(?:https?:)?\/\//i.test(value),
  );
  return typeof found === 'string' ? playable(found) : null;
}

/** The frame of today for a film of Flash's time. */
function playable(url: string): string {
  return url
    .replace(/(youtube(?:-nocookie)?\.com)\/v\//i, '$1/embed/')
    .replace(
      /^(?:https?:)?\/\/(?:www\.)?vimeo\.com\/moogaloop\.swf\?(?:.*&)?clip_id=(\d+).*$/i,
      'https://player.vimeo.com/video/$1',
    );
}
