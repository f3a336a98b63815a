import type { Spool } from '../../../spool/spool.ts';
import { imageSize } from './php-serialised.ts';
import { shortId, type ShortId } from './short-id.ts';
import { SpooledValues } from './spooled-values.ts';
import { metaValue } from './wxr-item.ts';
import type { WxrItem } from './wxr-item.ts';

/** An image or another file that the blog holds. */
export interface WxrAttachment {
  readonly url: string;
  /** Where the page about it stood. */
  readonly page: string;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
}

interface StoredAttachment extends WxrAttachment {
  /** Where it is below the folder of uploads; empty: not said. */
  readonly file: string;
}

/** The files of a blog, by id. */
export class Attachments {
  readonly #values: SpooledValues<StoredAttachment>;
  readonly #places = new Map<ShortId, number>();
  /** By place; 0: none. */
  readonly #parents: ShortId[] = [];
  #byParent: ReadonlyMap<ShortId, readonly ShortId[]> | null = null;
  #base = '';

  constructor(spool: Spool) {
    this.#values = new SpooledValues(spool);
  }

  get size(): number {
    return this.#places.size;
  }

  add(id: string, item: WxrItem): void {
    const size = imageSize(metaValue(item, '_wp_attachment_metadata'));
    const place = this.#values.add({
      url: item.attachmentUrl || (/^https?:.*\.\w{2,5}$/i.test(item.guid) ? item.guid : ''),
      page: item.link,
      alt: metaValue(item, '_wp_attachment_image_alt'),
      // Squarespace writes "exc-" and an id.
      caption: /^exc-[\da-f]{24}$/.test(item.excerpt) ? null : item.excerpt || null,
      title: item.title,
      width: size?.width ?? null,
      height: size?.height ?? null,
      file: metaValue(item, '_wp_attached_file') ?? '',
    });
    this.#places.set(shortId(id), place);
    this.#parents[place] = item.parent === null ? 0 : shortId(item.parent);
  }

  /** Where the blog stands: where a file is may be said below that only. */
  standAt(url: string): void {
    this.#base = url.replace(/\/+$/, '');
  }

  find(id: string): WxrAttachment | undefined {
    const place = this.#places.get(shortId(id));
    if (place === undefined) return undefined;
    const { file, ...attachment } = this.#values.read(place);
    const url = attachment.url || this.#uploaded(file);
    return url === '' ? undefined : { ...attachment, url };
  }

  /** Ids of what was uploaded with an item, in the order of the export. */
  uploadedWith(parent: string): readonly string[] {
    this.#byParent ??= this.#children();
    return (this.#byParent.get(shortId(parent)) ?? []).map(String);
  }

  #children(): ReadonlyMap<ShortId, readonly ShortId[]> {
    const children = new Map<ShortId, ShortId[]>();
    for (const [id, place] of this.#places) {
      const parent = this.#parents[place] ?? 0;
      if (parent === 0) continue;
      const known = children.get(parent);
      if (known) known.push(id);
      else children.set(parent, [id]);
    }
    return children;
  }

  /** In the usual folder. */
  #uploaded(file: string): string {
    return file === '' || this.#base === '' || /^[/\\]|:|\.\./.test(file)
      ? ''
      : `${this.#base}/wp-content/uploads/${file}`;
  }
}
