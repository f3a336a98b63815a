import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlogRecord, PostRecord } from '../../../src/domain/blog-record.ts';
import { wholePost } from '../../../src/domain/lazy-post.ts';
import { readWordpress } from '../../../src/importers/wordpress/read-wordpress.ts';

/** A record whose texts were read; its temporary file is closed. */
export interface ReadWxr extends BlogRecord {
  /** The post of a number, with its text. */
  readonly post: (id: number) => PostRecord;
  /** "severity: what", each problem. */
  readonly said: readonly string[];
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files into a folder of their own while `use` uses it. */
export async function withFiles<T>(
  files: Files,
  use: (paths: string[], folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-test-'));
  try {
    const paths: string[] = [];
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), content);
      paths.push(join(folder, name));
    }
    return await use(paths, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the files of an export; a text alone is one file. */
export function readWxr(
  files: Files | string,
  options: { readonly pages?: boolean; readonly source?: string } = {},
): Promise<ReadWxr> {
  return withFiles(typeof files === 'string' ? { 'export.xml': files } : files, async (paths) => {
    const { record, close } = await readWordpress(paths, { source: null, ...options });
    const posts = record.posts.map((post) => ({ ...wholePost(post), markdown: post.markdown }));
    await close?.();
    return {
      ...record,
      posts,
      post: (id) => {
        const found = posts.find(({ key }) => key.endsWith(`/${id}`));
        if (!found) throw new Error(`there is no post ${id}: ${posts.map(({ key }) => key).join(', ')}`);
        return found;
      },
      said: record.problems.map(({ severity, what }) => `${severity}: ${what}`),
    };
  });
}
