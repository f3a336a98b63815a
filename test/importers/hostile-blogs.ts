import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { InputError } from '../../src/importers/blog-reader.ts';
import { formats, type FormatName } from '../../src/importers/formats.ts';
import { folderWith } from '../support/small-blog.ts';
import { mediumPage } from './medium/medium-page.ts';

/** Fields of a post that somebody wrote into an export by hand. */
export type Row = Readonly<Record<string, unknown>>;

const date = '2020-01-02T03:04:05.000Z';

/** A good post called "Bon é", as each format in JSON says it. */
export const jsonPosts: Readonly<Record<JsonFormat, Row>> = {
  ghost: { id: '1', title: 'Bon é', slug: 'bon', html: '<p>x</p>', status: 'published', published_at: date },
  devto: { title: 'Bon é', slug: 'bon', body_markdown: 'x', published: true, published_at: date },
  hashnode: { title: 'Bon é', slug: 'bon', contentMarkdown: 'x', cuid: 'c1', dateAdded: date },
  feed: { id: '1', title: 'Bon é', url: 'https://f.example/bon', content_text: 'x', date_published: date },
};

export type JsonFormat = 'ghost' | 'devto' | 'hashnode' | 'feed';

/** Rows, as a text in JSON, within what each format has around them. */
export function around(format: JsonFormat, rows: string): string {
  const beginning = {
    ghost: ['{"db":[{"meta":{"version":"5.0.0"},"data":{"posts":', '}}]}'],
    devto: ['', ''],
    hashnode: ['{"posts":', '}'],
    feed: ['{"version":"https://jsonfeed.org/version/1.1","title":"F","items":', '}'],
  } as const;
  return beginning[format].join(rows);
}

/** An item of RSS and of WordPress's kind of it. */
export function xmlItem(id: string, title = 'Bon é'): string {
  return `<item><title>${title}</title><link>https://b.example/p${id}</link><guid>g${id}</guid><description>x</description>
<wp:post_id>${id}</wp:post_id><wp:post_name>p${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
}

export function xmlFile(items: string, doctype = ''): string {
  return `<?xml version="1.0"?>${doctype}<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>B</title><link>https://b.example</link><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`;
}

/** A file with the good post alone, by format. */
export const goodFiles: Readonly<
  Record<Exclude<FormatName, 'markdown' | 'colophon'>, readonly [name: string, text: string]>
> = {
  wordpress: ['good.xml', xmlFile(xmlItem('1'))],
  feed: ['good.xml', xmlFile(xmlItem('1')).replace(/<wp:wxr.*?wxr_version>/, '')],
  ghost: ['good.json', around('ghost', JSON.stringify([jsonPosts.ghost]))],
  devto: ['good.json', around('devto', JSON.stringify([jsonPosts.devto]))],
  hashnode: ['good.json', around('hashnode', JSON.stringify([jsonPosts.hashnode]))],
  medium: ['2020-01-02_Bon-aaaa00000001.html', mediumPage('aaaa00000001', { title: 'Bon é' })],
};

/** What came of reading: titles, and what went wrong; how long it took and what it added to the memory. */
export interface Outcome {
  readonly titles: readonly string[];
  /** Why nothing was read; null: something was. */
  readonly refused: string | null;
  readonly told: readonly string[];
  readonly texts: string;
  /** Beyond the most that was held before, in megabytes. */
  readonly grownMb: number;
}

/** Reads inputs of a format; any error but an InputError is one of the test. */
export async function attempt(format: FormatName, inputs: readonly string[]): Promise<Outcome> {
  const before = process.resourceUsage().maxRSS;
  const grownMb = (): number => (process.resourceUsage().maxRSS - before) / 1024;
  try {
    const read = await formats[format].load();
    const { record, close } = await read(inputs, { source: 'x' });
    const titles = record.posts.map(({ title }) => title);
    const told = record.problems.map(({ severity, file, what }) => `${severity} ${file}: ${what}`);
    const texts = JSON.stringify(record);
    await close?.();
    return { titles, refused: null, told, texts, grownMb: grownMb() };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { titles: [], refused: error.message, told: [], texts: '', grownMb: grownMb() };
  }
}

/** Writes a file by itself into a new folder. */
export async function fileOf(t: TestContext, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await folderWith(t, {}), name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** A file of that many bytes of nothing, which takes no room on the disk. */
export async function sparseFile(path: string, bytes: number): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const handle = openSync(path, 'w');
  ftruncateSync(handle, bytes);
  closeSync(handle);
  return path;
}

/**
 * Puts beside a good file what must not stop it: nothing, NULs, a gigantic file, a pipe, links out, a folder.
 *
 * @param outside a file that nobody may read
 */
export async function addBadNeighbours(folder: string, extension: string, outside: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const at = (name: string): string => join(folder, `${name}.${extension}`);
  await writeFile(at('empty'), '');
  await writeFile(at('nul'), Buffer.alloc(1000));
  await sparseFile(at('gigantic'), 2 ** 30);
  execFileSync('mkfifo', [at('pipe')]);
  await symlink(outside, at('link'));
  await symlink('/etc', join(folder, 'linked'));
  await symlink('/nowhere', at('dead'));
  await mkdir(at('folder'));
}
