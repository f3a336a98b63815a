import type { PostRecord } from '../../domain/blog-record.ts';
import { lazyPost } from '../../domain/lazy-post.ts';
import { withLazyText } from '../../domain/lazy-text.ts';
import type { Spool } from '../../spool/spool.ts';

type Head = Omit<PostRecord, 'markdown'>;

/** A post that lies in a temporary file, its text by itself; it is read anew when it is asked for. */
export function spooledPost(head: Head, markdown: string, spool: Spool): PostRecord {
  const said = spool.add(JSON.stringify(head));
  const text = spool.add(markdown);
  return lazyPost(head, () => {
    const written = JSON.parse(spool.read(said)) as Written;
    const { publishedAt, updatedAt } = written;
    const post: Head = { ...written, publishedAt: asDate(publishedAt), updatedAt: asDate(updatedAt) };
    return withLazyText(post, () => spool.read(text));
  });
}

/** As JSON keeps it. No importer of other systems' exports says the rest of what has a date. */
type Written = Omit<Head, 'publishedAt' | 'updatedAt' | 'firstPublishedAt'> & {
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
};

function asDate(written: string | null): Date | null {
  return written === null ? null : new Date(written);
}
