import { allNamed, named, textOf, type XmlElement } from '../xml/element.ts';
import { addressAt } from './links.ts';
import type { FeedPerson } from './parsed-feed.ts';
import { distinctPeople, personNamed } from './person.ts';

/** Atom's persons of one role (RFC 4287, 3.2), wherever they stand. */
export function atomPeople(element: XmlElement, role: string): FeedPerson[] {
  return distinctPeople(allNamed(element, role).map(personOf));
}

function personOf(element: XmlElement): FeedPerson | null {
  const name = textOf(named(element, 'atom:name'));
  const email = textOf(named(element, 'atom:email'));
  const uri = ['atom:uri', 'atom:url', 'atom:homepage']
    .map((place) => named(element, place))
    .find((found) => textOf(found) !== '');
  const written = element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  if (name === '' && email === '' && !uri) return personNamed(written);
  // An address in the place of a name is none.
  const person = personNamed(name);
  return {
    name: person?.name ?? null,
    email: email || (person?.email ?? null),
    url: uri ? addressAt(textOf(uri), uri.base) : null,
    avatar: null,
  };
}
