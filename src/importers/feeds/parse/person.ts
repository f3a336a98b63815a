import type { FeedPerson } from './parsed-feed.ts';

const address = /[^\s<>()[\]"',;:@]{1,64}@[^\s<>()[\]"',;:@]{1,255}/;

/** "jane@example.org (Jane Doe)", "Jane Doe <jane@example.org>", "Jane Doe (jane@example.org)", one of the two. */
export function personNamed(text: string): FeedPerson | null {
  const line = text.slice(0, 500).replace(/\s+/g, ' ').trim();
  const email = address.exec(line)?.[0] ?? null;
  const name = (email === null ? line : line.replace(email, ' ').replace(/\bmailto:/i, ' '))
    .replace(/[<(["]\s*[>)\]"]/g, ' ')
    .trim()
    .replace(/^[("']\s*(.*?)\s*[)"']$/, '$1')
    .replace(/^[\s,;–-]+|[\s,;–-]+$/g, '');
  if (name === '' && email === null) return null;
  return { name: name === '' ? null : name, email, url: null, avatar: null };
}

/** Each once, by name; somebody who is only an address by that. */
export function distinctPeople(people: readonly (FeedPerson | null)[]): FeedPerson[] {
  const found = new Map<string, FeedPerson>();
  for (const person of people) {
    const key = (person?.name ?? person?.email ?? person?.url ?? '').toLowerCase();
    if (person !== null && key !== '' && !found.has(key)) found.set(key, person);
  }
  return [...found.values()];
}
