import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { BlogRecord, PostRecord, Problem } from '../../src/domain/blog-record.ts';
import { readMarkdownBlog } from '../../src/importers/markdown/read-blog.ts';

/** Files by path; lines of a text may be given as a list. */
export type Files = Readonly<Record<string, string | readonly string[] | Uint8Array>>;

/** Writes files into a folder of their own, which is removed after the test. */
export async function folderOf(t: TestContext, files: Files, name = 'site'): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'colophon-import-'));
  t.after(() => rm(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  await mkdir(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(join(folder, path), isText ? content : content.join('\n'));
  }
  return folder;
}

/** Reads a blog made of these files. */
export async function blogOf(t: TestContext, files: Files, name = 'site'): Promise<BlogRecord> {
  const { record } = await readMarkdownBlog(await folderOf(t, files, name), { source: 'test' });
  return record;
}

/** Reads one post: its front matter and body, in `posts/a-post.md`, beside other files. */
export async function postOf(t: TestContext, text: string, others: Files = {}): Promise<ReadPost> {
  const record = await blogOf(t, { 'posts/a-post.md': text, ...others });
  const post = record.posts.find(({ key }) => key === 'posts/a-post.md');
  if (!post) throw new Error(`no post: ${JSON.stringify(record.problems)} ${JSON.stringify(record.skipped)}`);
  return { ...post, record, problems: record.problems.filter(({ file }) => file === post.key) };
}

/** A post with the blog it is in, and what was told of it. */
export type ReadPost = PostRecord & { readonly record: BlogRecord; readonly problems: readonly Problem[] };

/** A post's file of front matter and a line of text. */
export function text(...frontMatter: readonly string[]): string {
  return ['---', ...frontMatter, '---', '', 'Some text.', ''].join('\n');
}

/** What a problem says, in one line. */
export function told(problems: readonly Problem[]): string[] {
  return problems.map(({ severity, file, line, what }) => `${severity} ${file}:${line ?? ''} ${what}`);
}
