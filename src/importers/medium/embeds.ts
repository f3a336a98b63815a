import type { Element, ElementContent } from 'hast';
import { linkTo, paragraphOf } from '../../domain/html-link.ts';
import { elementsOf, hasClass } from '../../domain/tree-elements.ts';
import { asWebUrl } from '../fields/values.ts';
import { attribute, lineOf, replaceIn } from './elements.ts';

/** Makes links of what Medium shows in frames, by scripts and as cards. */
export function linkEmbeds(body: Element): void {
  replaceIn(body, (element) => {
    if (hasClass(element, 'graf--mixtapeEmbed')) return cardOf(element);
    if (element.tagName === 'script') return gistOf(element);
    if (element.tagName === 'iframe') showOriginal(element);
    return null;
  });
}

/** A card of another page: its title as a link, and what the card says of it. */
function cardOf(card: Element): ElementContent[] {
  const inside = elementsOf(card).map(({ element }) => element);
  const link = inside.find(({ tagName, properties }) => tagName === 'a' && properties['href'] != null);
  const url = asWebUrl(attribute(link ?? null, 'href'));
  if (url === null) return card.children;
  const line = (tagName: string): string | null =>
    lineOf(inside.find((one) => one.tagName === tagName) ?? null);
  const [title, words] = [line('strong'), line('em')];
  const more: ElementContent[] =
    words === null
      ? []
      : [
          { type: 'element', tagName: 'br', properties: {}, children: [] },
          { type: 'text', value: words },
        ];
  return [paragraphOf(linkTo(url, title ?? url), ...more)];
}

/** A gist is shown by a script whose address is that of the gist, with ".js". */
function gistOf(script: Element): ElementContent[] {
  const url = /^(https:\/\/gist\.github\.com\/[\w./-]{1,200}?)(?:\.js)?(?:\?\S*)?$/i.exec(
    attribute(script, 'src') ?? '',
  )?.[1];
  if (url === undefined) return [];
  return [paragraphOf(linkTo(url))];
}

/** Embedly's frames have the address of what they show in their own. */
function showOriginal(frame: Element): void {
  const url = URL.parse(attribute(frame, 'src') ?? '', 'https://medium.com');
  if (url?.host !== 'cdn.embedly.com') return;
  const original = ['url', 'src']
    .map((name) => asWebUrl(url.searchParams.get(name)))
    .find((one) => one !== null);
  if (original !== undefined) frame.properties['src'] = original;
}
