import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Anything with an `after` hook: a test's context. */
interface Owner {
  after(hook: () => Promise<void>): void;
}

/** A folder with these files, by path; removed after the test. */
export async function folderWith(t: Owner, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-blog-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) await writeIn(folder, path, text);
  return folder;
}

export async function writeIn(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** A post as a file: front matter and a body. */
export function postFile(title: string, body = 'Some text.'): string {
  return `---\ntitle: ${title}\ndate: 2026-01-02\n---\n\n${body}\n`;
}
