import type { BlogRecord } from '../../../src/domain/blog-record.ts';
import { readFeed } from '../../../src/importers/feeds/read-feed.ts';
import { folderWith } from '../../support/small-blog.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a feed in a file gives. */
export async function recordOf(
  t: { after(hook: () => Promise<void>): void },
  feed: string | Uint8Array,
): Promise<BlogRecord> {
  const file = join(await folderWith(t, {}), 'feed.xml');
  await writeFile(file, feed);
  return (await readFeed([file], { source: 'far' })).record;
}
