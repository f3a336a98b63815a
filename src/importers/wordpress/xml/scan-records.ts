import { ByteStore } from './byte-store.ts';
import { cdataEnd } from './cdata-end.ts';
import { recordNamesOf } from './record-names.ts';
import type { RecordNames } from './record-names.ts';
import type { RecordFault, XmlRecord } from './xml-record.ts';

/** Bytes of a record. */
const maxRecord = 32 << 20;
/** Bytes of what stands between the records that are kept: the channel's own elements. */
const maxHead = 1 << 20;
const longestTag = 64;

/**
 * Cuts a WXR file into its records without parsing it, so that whatever is wrong with one of them ends with it.
 * CDATA sections and comments are stepped over; of a CDATA section that nobody closed, see `cdata-end.ts`.
 */
export class RecordScanner {
  readonly #store = new ByteStore();
  #bytes: Buffer = Buffer.alloc(0);
  /** Where to go on in `#bytes`. */
  #at = 0;
  /** Of the first byte of `#bytes`. */
  #line = 1;
  /** The written name of the record that begins at the first byte. */
  #open: string | null = null;
  /** Where section ends are missing in the open record. */
  #gaps: number[] = [];
  #names: RecordNames = recordNamesOf('');
  #head = '';
  #ended = false;
  /** No comment ends in what was read so far: that is looked for once, not for each that begins. */
  #isOpenEnded = false;

  /** Whether the end of the channel was seen. */
  get ended(): boolean {
    return this.#ended;
  }

  /** What stands between the records, as far as it was read. */
  get head(): string {
    return this.#head;
  }

  get names(): RecordNames {
    return this.#names;
  }

  /** Goes on with more of the file. Take every record, and be done with its bytes, before the next call. */
  *push(chunk: Buffer): Generator<XmlRecord> {
    this.#isOpenEnded = false;
    this.#bytes = this.#store.append(this.#bytes, chunk);
    yield* this.#scan(false);
    if (this.#open !== null && this.#bytes.length > maxRecord) yield this.#giveUp();
  }

  /** The file is at its end. */
  *end(): Generator<XmlRecord> {
    yield* this.#scan(true);
    if (this.#open === null) return;
    yield this.#take(this.#bytes.length, 'truncated');
  }

  *#scan(final: boolean): Generator<XmlRecord> {
    for (;;) {
      const tag = this.#bytes.indexOf(0x3c, this.#at);
      if (tag === -1) {
        this.#at = this.#bytes.length;
        if (this.#open === null) this.#drop(this.#bytes.length);
        return;
      }
      if (!final && this.#bytes.length - tag < longestTag) {
        this.#at = tag;
        return;
      }
      const next = this.#step(tag, final);
      if (next === null) return;
      if (next !== 'stepped') yield next;
    }
  }

  /** One tag, section or comment. Null: more of the file is needed. */
  #step(tag: number, final: boolean): XmlRecord | 'stepped' | null {
    const word = this.#bytes.toString('latin1', tag, tag + longestTag);
    if (word.startsWith('<![CDATA[')) return this.#section(tag, final);
    if (word.startsWith('<!--')) return this.#comment(tag, final);
    const name = /^<(\/?[^\s<>/]+)(?=[\s/>])/.exec(word)?.[1] ?? '';
    if (this.#open !== null) return this.#inside(tag, name, final);
    if (/^(?:rss|rdf:RDF|channel)$/i.test(name)) return this.#root(tag, final);
    if (/^\/(?:rss|rdf:RDF|channel)$/i.test(name)) this.#ended = true;
    this.#at = tag + 1;
    if (this.#names.records.has(name)) this.#begin(tag, name);
    return 'stepped';
  }

  #inside(tag: number, name: string, final: boolean): XmlRecord | 'stepped' | null {
    if (name === `/${this.#open ?? ''}`) {
      const end = this.#bytes.indexOf(0x3e, tag);
      if (end === -1 && !final) return this.#wait(tag);
      return this.#take(end === -1 ? this.#bytes.length : end + 1, null);
    }
    // Of what another program says of an author within an item, the item is not at its end.
    const begins = tag > 0 && this.#names.records.has(name) && (this.#open !== 'item' || name === 'item');
    if (begins || name === '/channel' || name === '/rss') return this.#take(tag, 'unclosed');
    this.#at = tag + 1;
    return 'stepped';
  }

  #root(tag: number, final: boolean): 'stepped' | null {
    const end = this.#bytes.indexOf(0x3e, tag);
    if (end === -1 && !final && this.#bytes.length - tag < maxHead) return this.#wait(tag);
    const text = this.#bytes.toString('latin1', tag, Math.max(end, tag + 1));
    if (text.includes('xmlns:')) this.#names = recordNamesOf(text);
    this.#at = tag + 1;
    return 'stepped';
  }

  #section(tag: number, final: boolean): 'stepped' | null {
    const found = cdataEnd(this.#bytes, tag, final || this.#bytes.length > maxRecord);
    if (found === null) return final ? this.#beyond() : this.#wait(tag);
    if (found.missing && this.#open !== null) this.#gaps.push(found.end);
    this.#at = found.end;
    return 'stepped';
  }

  #comment(tag: number, final: boolean): 'stepped' | null {
    const end = this.#isOpenEnded ? -1 : this.#bytes.indexOf('-->', tag + 4);
    this.#isOpenEnded = end === -1;
    if (end === -1 && !final && this.#bytes.length - tag < maxHead) return this.#wait(tag);
    this.#at = end === -1 ? tag + 4 : end + 3;
    return 'stepped';
  }

  #wait(tag: number): null {
    this.#at = tag;
    return null;
  }

  #beyond(): null {
    this.#at = this.#bytes.length;
    return null;
  }

  #begin(tag: number, name: string): void {
    this.#drop(tag);
    this.#open = name;
    this.#gaps = [];
    this.#at = 1;
  }

  #take(end: number, fault: RecordFault | null): XmlRecord {
    const record = {
      name: this.#names.records.get(this.#open ?? '') ?? '',
      line: this.#line,
      bytes: this.#mended(end),
      fault,
    };
    this.#open = null;
    this.#skip(end);
    return record;
  }

  /** The record with the section ends that it lacks. */
  #mended(end: number): Buffer {
    const gaps = this.#gaps.filter((gap) => gap <= end);
    if (gaps.length === 0) return this.#bytes.subarray(0, end);
    const cuts = [0, ...gaps, end];
    const close = Buffer.from(']]>');
    return Buffer.concat(
      cuts.slice(1).flatMap((cut, index) => {
        const piece = this.#bytes.subarray(cuts[index], cut);
        return index < gaps.length ? [piece, close] : [piece];
      }),
    );
  }

  /** A record that has no end within reason: the next one is looked for behind its first tag. */
  #giveUp(): XmlRecord {
    const record = {
      name: this.#names.records.get(this.#open ?? '') ?? '',
      line: this.#line,
      fault: 'oversized',
    };
    const close = this.#bytes.indexOf(`</${this.#open ?? ''}>`);
    this.#open = null;
    this.#skip(close === -1 ? this.#bytes.length : close);
    return { ...record, fault: 'oversized', bytes: Buffer.alloc(0) };
  }

  /** Leaves out what stands before a record, but for the channel's own elements. */
  #drop(end: number): void {
    if (this.#head.length < maxHead) this.#head += this.#bytes.toString('utf8', 0, end);
    this.#skip(end);
  }

  #skip(end: number): void {
    for (let at = this.#bytes.indexOf(10); at !== -1 && at < end; at = this.#bytes.indexOf(10, at + 1))
      this.#line += 1;
    this.#bytes = this.#bytes.subarray(end);
    this.#at = 0;
  }
}
