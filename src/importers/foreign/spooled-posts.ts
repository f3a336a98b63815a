import type { PostRecord } from '../../domain/blog-record.ts';
import { lazyPost, type ReadPost } from '../../domain/lazy-post.ts';
import { withLazyText } from '../../domain/lazy-text.ts';
import type { Spool } from '../../spool/spool.ts';

type Head = Omit<PostRecord, 'markdown'>;

/** Posts that lie in a temporary file, the text of each by itself; they are read anew when they are asked for. */
export class SpooledPosts {
  readonly #spool: Spool;
  // Lists of numbers alone take eight bytes each, objects that hold them five times that.
  readonly #offsets: number[] = [];
  readonly #headBytes: number[] = [];
  readonly #textBytes: number[] = [];

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  add(head: Head, markdown: string): PostRecord {
    const { offset, length } = this.#spool.add(JSON.stringify(head));
    const text = this.#spool.add(markdown);
    const place = this.#offsets.push(offset) - 1;
    this.#headBytes.push(length);
    this.#textBytes.push(text.length);
    return lazyPost(head, this.#read, place);
  }

  readonly #read: ReadPost = (place) => {
    const [offset = 0, head = 0, text = 0] = [this.#offsets, this.#headBytes, this.#textBytes].map(
      (list) => list[place],
    );
    const written = JSON.parse(this.#spool.read({ offset, length: head })) as Written;
    const { publishedAt, updatedAt } = written;
    const post: Head = { ...written, publishedAt: asDate(publishedAt), updatedAt: asDate(updatedAt) };
    return withLazyText(post, () => this.#spool.read({ offset: offset + head, length: text }));
  };
}

/** As JSON keeps it. No importer of other systems' exports says the rest of what has a date. */
type Written = Omit<Head, 'publishedAt' | 'updatedAt' | 'firstPublishedAt'> & {
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
};

function asDate(written: string | null): Date | null {
  return written === null ? null : new Date(written);
}
