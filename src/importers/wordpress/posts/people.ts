import { slugify } from '../../../domain/slug.ts';
import type { ForeignAuthor } from '../../foreign/foreign-blog.ts';
import { htmlLine } from '../../text/html-line.ts';
import { ownText, type NamedTerm, type WxrItem } from '../export/wxr-item.ts';
import type { WxrAuthor } from '../export/wxr-terms.ts';
import { guestOf } from './guest-author.ts';
import { isMail, withoutMail } from '../../people/mail-addresses.ts';

/**
 * The people of a blog: its users, and the guest authors of Co-Authors Plus. Some have their mail address for a
 * login; then neither identity nor slug is made of it.
 */
export class People {
  readonly #site: string;
  readonly #persons = new Map<string, ForeignAuthor>();
  /** Logins, slugs and names, folded -> key. */
  readonly #aliases = new Map<string, string>();
  readonly #writers = new Set<string>();

  /** @param avatarOf the address of an image by its id */
  constructor(
    users: readonly WxrAuthor[],
    guests: readonly WxrItem[],
    site: string,
    avatarOf: (id: string) => string | null,
  ) {
    this.#site = site;
    for (const { login, id, name } of users) this.#add(login, name, id);
    for (const guest of guests) this.#addGuest(guest, avatarOf);
    for (const { key, name } of this.#persons.values()) this.#alias(name, key);
  }

  /** Keys of who wrote a post, in the order of its byline. */
  of({ terms, creator }: Pick<WxrItem, 'terms' | 'creator'>): string[] {
    const bylines = terms.filter(({ taxonomy }) => taxonomy === 'author');
    const keys = bylines.length > 0 ? bylines.map((term) => this.#byTerm(term)) : [this.#byLogin(creator)];
    return [...new Set(keys.filter((key) => key !== null))];
  }

  /** The same, and remembers that they wrote something. */
  note(item: Pick<WxrItem, 'terms' | 'creator'>): void {
    for (const key of this.of(item)) this.#writers.add(key);
  }

  /** Everybody who wrote one of the posts. */
  writers(): ForeignAuthor[] {
    return [...this.#persons.values()].filter(({ key }) => this.#writers.has(key));
  }

  /** The name of a person; empty for nobody. */
  nameOf(key: string): string {
    return this.#persons.get(key)?.name ?? '';
  }

  /** Terms are called by the login, and their slug is that of its page behind "cap-". */
  #byTerm({ slug, name }: NamedTerm): string {
    const page = slug.replace(/^cap-/, '');
    for (const written of [name, page, slug]) {
      const known = this.#aliases.get(fold(written));
      if (known !== undefined) return known;
    }
    return this.#add(isMail(name) ? name : page, htmlLine(name) || page, null);
  }

  #byLogin(login: string): string | null {
    if (login === '') return null;
    return this.#aliases.get(fold(login)) ?? this.#add(login, login, null);
  }

  #add(login: string, name: string, id: string | null): string {
    const shown = withoutMail(name);
    const secret = isMail(login);
    const slug = slugify(secret ? shown : login || shown);
    const key = ownText(secret && id !== null ? `user-${id}` : secret || login === '' ? slug : login);
    if (!this.#persons.has(key)) {
      const oldUrl = secret ? null : `${this.#site}/author/${encodeURIComponent(slug)}/`;
      const facts = { kind: null, bio: null, url: null, avatar: null, links: [] };
      this.#persons.set(key, { key, name: ownText(shown), slug, ...facts, oldUrl });
    }
    this.#alias(login, key);
    if (!secret) this.#alias(slug, key);
    return key;
  }

  /** A guest's profile may belong to a user: then they are one person, with what the profile says. */
  #addGuest(item: WxrItem, avatarOf: (id: string) => string | null): void {
    const { page, login, account, name, bio, url, image } = guestOf(item);
    const names = [account, login, page].filter((written) => written !== '');
    const key =
      names.map((written) => this.#aliases.get(fold(written))).find((known) => known !== undefined) ??
      this.#add(login || page || name, name, null);
    const person = this.#persons.get(key);
    if (!person) return;
    const avatar = image === null ? null : avatarOf(image);
    this.#persons.set(key, {
      ...person,
      name: withoutMail(name) || person.name,
      bio: bio ?? person.bio,
      url: url ?? person.url,
      avatar: avatar ?? person.avatar,
    });
    for (const written of names) this.#alias(written, key);
  }

  #alias(written: string, key: string): void {
    const name = fold(written);
    if (name !== '' && !this.#aliases.has(name)) this.#aliases.set(name, key);
  }
}

function fold(written: string): string {
  return written.trim().toLowerCase();
}
