import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brought } from '../brought.ts';
import { ProblemList } from '../problem-list.ts';
import { openInputs } from './open-inputs.ts';

const headBytes = 65_536;
/** Files that are looked at; one of them tells. */
const maxFiles = 20;

/** Which of the files of an input tell its format, and by what. */
export interface Sign {
  /** @param name relative to the folder or the zip, with "/" */
  readonly isWanted: (name: string) => boolean;
  /** @param start the first 64 KB, as text */
  readonly begins: (start: string) => boolean;
  /** Folders that the files lie in, beside the input itself. */
  readonly folders?: readonly string[];
}

/** Whether one of the files that somebody brings, by itself, in a folder or in a zip, begins as a format does. */
export async function someFileBegins({ path, kind, head, start }: Brought, sign: Sign): Promise<boolean> {
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  if (kind === 'file' && !isZip) return sign.begins(start);
  const inputs = isZip ? [path] : await filesIn(path, sign);
  if (inputs.length === 0) return false;
  const opened = await openInputs(inputs, new ProblemList()).catch(() => null);
  try {
    const wanted = opened?.files.filter(({ name }) => kind === 'folder' || sign.isWanted(name)) ?? [];
    for (const file of wanted.slice(0, maxFiles)) {
      const bytes = await file.head(headBytes).catch(() => new Uint8Array());
      if (sign.begins(new TextDecoder().decode(bytes))) return true;
    }
    return false;
  } finally {
    await opened?.close();
  }
}

/** Links are not followed. */
async function filesIn(path: string, { isWanted, folders = [] }: Sign): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['', ...folders]) {
    const entries = await readdir(join(path, folder), { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    found.push(
      ...names
        .toSorted()
        .filter((name) => isWanted(folder === '' ? name : `${folder}/${name}`))
        .map((name) => join(path, folder, name)),
    );
  }
  return found.slice(0, maxFiles);
}
