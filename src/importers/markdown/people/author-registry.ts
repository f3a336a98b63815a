import { readAuthorData, roleAt } from './author-data.ts';
import type { AuthorData } from './author-data.ts';
import type { AuthorMention } from './author-mention.ts';
import type { AuthorSource } from './author-sources.ts';
import { foldName } from '../../people/fold-name.ts';
import { slugify } from '../../../domain/slug.ts';

/** Where somebody is named. */
export interface MentionPlace {
  readonly file: string;
  readonly date: Date | null;
}

/** What is known of one author. */
export interface KnownAuthor {
  readonly key: string;
  readonly declared: boolean;
  /** The file that describes them, or names them first. */
  readonly file: string;
  readonly data: AuthorData;
  /** Spellings of the name in bylines, with how often. */
  readonly names: Map<string, number>;
  /** Bylines that say more than a name, the newest first once sorted. */
  readonly mentions: { readonly mention: AuthorMention; readonly place: MentionPlace }[];
}

/** All authors of a blog. The same id, or the same name, is the same author. */
export class AuthorRegistry {
  readonly #authors = new Map<string, KnownAuthor>();
  readonly #byId = new Map<string, KnownAuthor>();
  readonly #byName = new Map<string, KnownAuthor>();
  readonly #byProfile = new Map<string, KnownAuthor>();

  constructor(sources: readonly AuthorSource[]) {
    for (const { id, data, file } of sources) {
      const known = this.#byId.get(id.toLowerCase());
      // A second description, such as one in another language, adds nothing to the first.
      if (known) continue;
      this.#add(id, readAuthorData(data), file, true);
    }
  }

  /** The blog has lists or pages of authors. */
  get hasDeclared(): boolean {
    return [...this.#authors.values()].some(({ declared }) => declared);
  }

  /** The author with this id or name, if there is one already. */
  find(text: string): KnownAuthor | null {
    return this.#byId.get(text.trim().toLowerCase()) ?? this.#byName.get(foldName(text)) ?? null;
  }

  /** The key of whoever is mentioned; somebody new is added. */
  mention(mention: AuthorMention, place: MentionPlace): string {
    const named = (mention.id === null ? null : this.find(mention.id)) ?? this.find(mention.name);
    const known = named ?? this.#byProfileOf(mention);
    const author =
      known ??
      this.#add(
        mention.id ?? slugify(mention.name),
        { ...readAuthorData({}), name: mention.name },
        place.file,
        false,
      );
    if (!this.#byId.has(mention.name.toLowerCase())) {
      author.names.set(mention.name, (author.names.get(mention.name) ?? 0) + 1);
    }
    author.mentions.push({ mention, place });
    const profile = profileOf(mention.url);
    if (profile !== null && !this.#byProfile.has(profile)) this.#byProfile.set(profile, author);
    return author.key;
  }

  /** Somebody of another spelling, perhaps in another script, with the same profile. */
  #byProfileOf({ name, url }: AuthorMention): KnownAuthor | null {
    const known = this.#byProfile.get(profileOf(url) ?? '');
    const names = [...(known?.names.keys() ?? [])];
    return known && mayBeSame(name, names) ? known : null;
  }

  /** Declared ones first, then in the order of their mentions. */
  all(): KnownAuthor[] {
    return [...this.#authors.values()];
  }

  #add(id: string, data: AuthorData, file: string, declared: boolean): KnownAuthor {
    const taken = this.#authors.has(id) ? `${id}-${this.#authors.size}` : id;
    const author = { key: taken, declared, file, data, names: new Map<string, number>(), mentions: [] };
    this.#authors.set(taken, author);
    if (declared) this.#byId.set(id.toLowerCase(), author);
    const name = foldName(data.name ?? id);
    if (name !== '' && !this.#byName.has(name)) this.#byName.set(name, author);
    return author;
  }
}

/** A profile of one person: a path of one name at a network. Company sites are shared. */
function profileOf(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  const [, name, further] = parsed?.pathname.split('/') ?? [];
  const isNetwork = /^(?:www\.)?(?:github|gitlab|twitter|x|bsky)\.(?:com|app)$/.test(parsed?.hostname ?? '');
  return isNetwork && name && !further ? `${parsed?.hostname ?? ''}/${name.toLowerCase()}` : null;
}

/** It shares a word with one of the names, or is the first in another script: one profile may be many people's. */
function mayBeSame(name: string, names: readonly string[]): boolean {
  const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);
  const words = new Set(names.flatMap((other) => foldName(other).split(' ')));
  const sharesWord = foldName(name)
    .split(' ')
    .some((word) => words.has(word));
  return sharesWord || names.every((other) => isLatin(other) !== isLatin(name));
}

/** What a mention adds to what is known: a role and an address, the newest that says so. */
export function mentioned(
  author: KnownAuthor,
): Pick<AuthorData, 'role' | 'url'> & { readonly data: AuthorData[] } {
  const newest = author.mentions.toSorted(
    (a, b) => (b.place.date?.getTime() ?? 0) - (a.place.date?.getTime() ?? 0),
  );
  const first = <Value>(read: (mention: AuthorMention) => Value | null): Value | null =>
    newest.map(({ mention }) => read(mention)).find((value) => value !== null) ?? null;
  const distinct = newest.filter(({ mention }) => Object.keys(mention.data).length > 0);
  return {
    role: first(({ role, organisation }) => roleAt(role, organisation)),
    url: first(({ url }) => url),
    data: distinct.map(({ mention }) => readAuthorData(mention.data)),
  };
}
