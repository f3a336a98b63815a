import { createHash } from 'node:crypto';
import type { Spooled, Spool } from '../../../spool/spool.ts';
import type { ProblemList } from '../../problem-list.ts';
import { fieldOf } from '../xml/parse-record.ts';
import type { FileEnd, ReadRecord } from '../xml/read-records.ts';
import { htmlLine } from '../../text/html-line.ts';
import { Attachments } from './attachments.ts';
import { shortId, type ShortId } from './short-id.ts';
import { SpooledValues } from './spooled-values.ts';
import { ownText, wxrItem } from './wxr-item.ts';
import type { WxrItem } from './wxr-item.ts';
import { wxrAuthor, wxrTerm } from './wxr-terms.ts';
import type { WxrAuthor, WxrTerm } from './wxr-terms.ts';

/** What an export says of its blog. */
export interface WxrSite {
  readonly title: string;
  readonly description: string;
  /** Of the blog. */
  readonly url: string;
  readonly language: string;
}

/** What was read of all files of an export; contents lie in the spool. */
export interface WxrExport {
  readonly site: WxrSite;
  readonly authors: readonly WxrAuthor[];
  readonly terms: readonly WxrTerm[];
  /** Posts, and pages where they are wanted: where each of them is kept. */
  readonly items: readonly number[];
  readonly item: (place: number) => WxrItem;
  readonly attachments: Attachments;
  /** Guest authors of Co-Authors Plus. */
  readonly guests: readonly WxrItem[];
  /** Blocks that posts share, by id. */
  readonly sharedBlocks: ReadonlyMap<string, Spooled>;
  /** Items that are none of these. */
  readonly others: readonly OtherItems[];
  readonly incomplete: boolean;
}

/** Items of a file that are no posts, or not any more. */
export interface OtherItems {
  readonly file: string;
  /** A type ("nav_menu_item"), or a status ("trash"). */
  readonly type: string;
  readonly count: number;
}

/** Statuses of what is no content of the blog any more, or not yet. */
const leftOut = new Set(['auto-draft', 'trash', 'inherit', 'spam']);

/** Puts together what the records of several files say. */
export class ExportCollector {
  readonly #spool: Spool;
  readonly #problems: ProblemList;
  readonly #pages: boolean;
  readonly #authors = new Map<string, WxrAuthor>();
  readonly #terms = new Map<string, WxrTerm>();
  readonly #items: number[] = [];
  readonly #values: SpooledValues<WxrItem>;
  /** Id -> what tells two items apart, in short. */
  readonly #ids = new Map<ShortId, number>();
  readonly #attachments: Attachments;
  readonly #guests: WxrItem[] = [];
  readonly #sharedBlocks = new Map<string, Spooled>();
  readonly #others = new Map<string, { file: string; type: string; count: number }>();
  #site: WxrSite | null = null;
  #incomplete = false;

  constructor(spool: Spool, problems: ProblemList, pages: boolean) {
    this.#spool = spool;
    this.#problems = problems;
    this.#pages = pages;
    this.#values = new SpooledValues(spool);
    this.#attachments = new Attachments(spool);
  }

  take(file: string, record: ReadRecord): void {
    const { element, line } = record;
    if (element.name === 'item') {
      this.#item(file, record);
      return;
    }
    if (record.damage) this.#damaged(file, record, true);
    if (element.name === 'wp:author') {
      const author = wxrAuthor(element);
      if (author) this.#authors.set(author.login || author.name, author);
      return;
    }
    const term = wxrTerm(element);
    if (term) this.#terms.set(`${term.taxonomy} ${term.slug}`, term);
    else this.#problems.warn(file, line, nameless);
  }

  /** @returns the blog's address, to compare with that of the other files */
  end({ channel, incomplete }: FileEnd): string {
    if (incomplete) this.#incomplete = true;
    const field = (name: string): string => fieldOf(channel, name);
    const url = webUrl(field('wp:base_blog_url')) ?? webUrl(field('link')) ?? '';
    this.#site ??= {
      title: htmlLine(field('title')),
      description: htmlLine(field('description')),
      url,
      language: field('language'),
    };
    return url;
  }

  finished(): WxrExport {
    const site = this.#site ?? { title: '', description: '', url: '', language: '' };
    this.#attachments.standAt(site.url);
    // Of the collector itself nothing is held on to.
    const values = this.#values;
    return {
      site,
      authors: [...this.#authors.values()],
      terms: [...this.#terms.values()],
      items: this.#items,
      item: (place) => values.read(place),
      attachments: this.#attachments,
      guests: this.#guests,
      sharedBlocks: this.#sharedBlocks,
      others: [...this.#others.values()],
      incomplete: this.#incomplete,
    };
  }

  #item(file: string, record: ReadRecord): void {
    const { element, line, damage } = record;
    const known = ['wp:post_type', 'wp:status'].every((name) => fieldOf(element, name) !== '');
    if (damage) this.#damaged(file, record, known);
    if (damage && !known) {
      this.#incomplete = true;
      return;
    }
    const item = wxrItem(element, file, line, this.#spool);
    if (this.#isRepeated(item)) return;
    if (leftOut.has(item.status) && item.type !== 'attachment') this.#leftOut(item, item.status);
    else if (item.type === 'attachment') {
      if (item.id !== null && item.status !== 'trash') this.#attachments.add(item.id, item);
    } else if (item.type === 'post' || (item.type === 'page' && this.#pages))
      this.#items.push(this.#values.add(item));
    else if (item.type === 'guest-author') this.#guests.push(ownText(item));
    else if (item.type === 'wp_block' && item.id !== null)
      this.#sharedBlocks.set(ownText(item.id), item.content);
    else this.#leftOut(item, item.type);
  }

  #leftOut({ file }: WxrItem, type: string): void {
    const key = `${file} ${type}`;
    const other = this.#others.get(key) ?? { file, type: ownText(type), count: 0 };
    other.count += 1;
    this.#others.set(key, other);
  }

  /** The files of one export may overlap. */
  #isRepeated(item: WxrItem): boolean {
    if (item.id === null) return false;
    const own = shortHash(`${item.type}\n${item.title}\n${item.publishedAt ?? ''}`);
    const id = shortId(item.id);
    const known = this.#ids.get(id);
    if (known === undefined) this.#ids.set(id, own);
    if (known !== undefined && known !== own) {
      this.#problems.error(item.file, item.line, {
        what: `a second item with the id ${item.id} was left out`,
        why: 'An id stands for one thing; the first one of it went in.',
        todo: 'Give it another wp:post_id, or import it by itself with another --source.',
      });
    }
    return known !== undefined;
  }

  #damaged(file: string, { element, line, damage }: ReadRecord, kept: boolean): void {
    const what = element.name === 'item' ? 'item' : `<${element.name}>`;
    const complaint = {
      what: kept ? `the XML of an ${what} is damaged` : `an ${what} was left out: its XML is damaged`,
      why: `Line ${damage?.line ?? line}: ${damage?.why ?? 'unreadable'}.${kept ? ' What could be read of it went in.' : ''}`,
      todo: kept ? 'Look at it, or export again.' : 'Mend the file there, and import again.',
    };
    if (kept) this.#problems.warn(file, line, complaint);
    else this.#problems.error(file, line, complaint);
  }
}

/** 30 bits: V8 keeps a longer number as an object. */
function shortHash(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0) >>> 2;
}

/** The address of a site; without the "/" at its end. */
function webUrl(text: string): string | null {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) ? text.replace(/\/+$/, '') : null;
}

const nameless = {
  what: 'a term was left out',
  why: 'It has neither a name nor a slug.',
  todo: 'Give it one, and import again.',
};
