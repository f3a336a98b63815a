import { siteHost } from '../../domain/address.ts';
import { linkPath } from '../../domain/link-path.ts';
import { normalisePath } from '../../domain/permalink.ts';

/** A file that a browser loads rather than shows as a page. */
const asset = /\.(?!html?$|php$|aspx?$)[a-z][a-z\d]{1,4}$/i;
const web = /^(?:https?:)?\/\//i;
/** WordPress's addresses by number; all other queries say nothing of what is meant. */
const number = /^(?:p|page_id|attachment_id)$/;

/** Where posts, terms and people of a blog stood, and where they are now. */
export class AddressBook {
  readonly #site: string | null;
  readonly #moves: boolean;
  readonly #paths = new Map<string, string>();

  /**
   * @param site where the blog stood
   * @param moves it will stand here: its paths are this site's. Else only what came along is here.
   */
  constructor(site: string | null, moves: boolean) {
    this.#site = site;
    this.#moves = moves;
  }

  /** An old address of what is at `path` now; of several claims the first counts. */
  add(address: string, path: string): void {
    const key = this.#keyOf(this.absolute(address, null));
    // A copy: a piece of an address keeps all of it in memory.
    if (key !== null && !this.#paths.has(key)) this.#paths.set(structuredClone(key), path);
  }

  /** Where an old address is now; null when nothing that came along stood there. */
  find(address: string): string | null {
    const key = this.#keyOf(this.absolute(address, null));
    return key === null ? null : (this.#paths.get(key) ?? null);
  }

  /** The path that an old address had on the site; null for one elsewhere, and for the site itself. */
  oldPath(address: string): string | null {
    const path = this.#moves ? linkPath(this.absolute(address, null), this.#site) : null;
    return path === null || path === '/' ? null : path;
  }

  /** An address as a whole, where the site is known; as it is written otherwise. */
  absolute(address: string, from: string | null): string {
    const site = this.#site === null ? null : `${this.#site.replace(/\/+$/, '')}/`;
    const base = from === null ? site : (URL.parse(from, site ?? undefined)?.href ?? site);
    return (base === null ? null : URL.parse(address, base)?.href) ?? address;
  }

  /**
   * Where a link or an image of a text leads now: to the path of what came along; what did not is left at its
   * old place, and said absolutely where the text's own place was what made it clear.
   *
   * @param from where the text stood
   * @param own path of what the text belongs to
   */
  rewrite(address: string, kind: 'link' | 'image', from: string | null, own: string): string {
    if (address === '' || address.startsWith('#')) return address;
    const isRelative = !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address);
    if (!isRelative && !web.test(address)) return address;
    const whole = this.absolute(address, from);
    const [, fragment = ''] = /(#.+)$/s.exec(whole) ?? [];
    const path = kind === 'link' ? this.find(whole) : null;
    if (path !== null) return path === own && fragment !== '' ? fragment : path + fragment;
    if (!isRelative || whole === address) return address;
    return this.#onSite(whole, kind) ?? whole;
  }

  /** The path of a page of the site that did not come along, with what follows it; null for anything else. */
  #onSite(whole: string, kind: 'link' | 'image'): string | null {
    if (!this.#moves || kind === 'image' || asset.test(pathOf(whole))) return null;
    const path = linkPath(whole, this.#site);
    return path === null ? null : path + (/[?#].*$/s.exec(whole)?.[0] ?? '');
  }

  #keyOf(address: string): string | null {
    const path = this.#moves ? linkPath(address, this.#site) : null;
    const url = URL.parse(address);
    if (path === null && !url) return null;
    const [query] = [...(url?.searchParams ?? [])].filter(
      ([name, value]) => number.test(name) && /^\d+$/.test(value),
    );
    const place = path ?? `${siteHost(address) ?? ''}${normalisePath(url?.pathname ?? '/')}`;
    return query ? `${place}?${query[1]}` : place === '/' ? null : place;
  }
}

function pathOf(address: string): string {
  return URL.parse(address)?.pathname ?? address.replace(/[?#].*$/s, '');
}
