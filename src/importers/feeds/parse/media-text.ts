import { allNamed, attributeOf, named, textOf, type XmlElement } from '../xml/element.ts';
import type { FeedText } from './parsed-feed.ts';
import { markupOf } from './text-construct.ts';

/** What Media RSS says of an item, in it or in its groups: text, unless it says that it is HTML. */
export function mediaText(item: XmlElement): FeedText | null {
  const groups = [item, ...allNamed(item, 'media:group'), ...allNamed(item, 'media:content')];
  for (const group of groups) {
    const found = named(group, 'media:description');
    const value = textOf(found);
    if (found === null || value === '') continue;
    const isText = attributeOf(found, 'type')?.toLowerCase() !== 'html' && !/<\/?[a-z]/i.test(value);
    return isText ? { kind: 'text', value, base: found.base } : markupOf(found);
  }
  return null;
}
