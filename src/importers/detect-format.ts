import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName } from '../domain/archive/manifest.ts';
import { InputError } from './blog-reader.ts';
import type { Brought } from './brought.ts';
import { isDevto } from './devto/is-devto.ts';
import { isFeed } from './feeds/is-feed.ts';
import { formats, type FormatName } from './formats.ts';
import { isGhost } from './ghost/is-ghost.ts';
import { isHashnode } from './hashnode/is-hashnode.ts';
import { decodeText } from './markdown/files/read-text.ts';
import { isMedium } from './medium/is-medium.ts';
import { isWordpress } from './wordpress/is-wordpress.ts';

/** How a format is known: by what is in it. A name counts only where the content does not tell. */
interface Recogniser {
  readonly format: FormatName;
  /** Does not throw, and reads no more than it needs: a folder may be large. */
  readonly knows: (brought: Brought) => boolean | Promise<boolean>;
}

/** In the order in which they are asked: what is said more exactly comes first. */
const recognisers: readonly Recogniser[] = [
  { format: 'colophon', knows: isExport },
  { format: 'ghost', knows: isGhost },
  // Feeds too, of a kind.
  { format: 'wordpress', knows: isWordpress },
  { format: 'feed', knows: isFeed },
  { format: 'medium', knows: isMedium },
  { format: 'devto', knows: isDevto },
  { format: 'hashnode', knows: isHashnode },
  // A folder that nothing else knows.
  { format: 'markdown', knows: ({ kind }) => kind === 'folder' },
];

const headBytes = 65_536;

/**
 * Finds out what somebody brings: an address is that of a feed, a folder or a file tells by what is in it.
 *
 * @param input absolute path, or URL
 * @throws {InputError} when there is nothing, or nothing that is known
 */
export async function detectFormat(input: string): Promise<FormatName> {
  if (/^https?:\/\//i.test(input)) return 'feed';
  const brought = await lookedAt(input);
  for (const { format, knows } of recognisers) if (await knows(brought)) return format;
  if (brought.kind === 'file' && brought.head.length === 0)
    throw new InputError(`${input} is empty. Check whether it was saved whole.`);
  if (/\.(?:md|markdown|mdx)$/i.test(input))
    throw new InputError(`${input} is one post; name the folder that holds the blog.`);
  const known = Object.values(formats).map(({ title }) => title);
  throw new InputError(
    `${input} is nothing that is known: ${known.join(', ')}. If it is one of these, say so with --format ${Object.keys(formats).join('|')}.`,
  );
}

async function lookedAt(path: string): Promise<Brought> {
  const found = await stat(path).catch(() => null);
  if (found === null)
    throw new InputError(
      `There is no ${/\.\w{1,5}$/.test(path) ? 'file' : 'folder'} ${path}. Check the path.`,
    );
  if (found.isDirectory()) return { path, kind: 'folder', head: new Uint8Array(), start: '' };
  // A pipe or a device has no beginning that could be read twice.
  if (!found.isFile()) throw new InputError(`${path} is neither a file nor a folder. Check the path.`);
  const head = await headOf(path, headBytes);
  if (head === null) throw new InputError(`${path} cannot be read. Check who may read it.`);
  return { path, kind: 'file', head, start: decodeText(head)?.text ?? '' };
}

/** Whether a folder has the manifest of an export, which says so in its first line. */
async function isExport({ path, kind }: Brought): Promise<boolean> {
  if (kind !== 'folder') return false;
  const head = await headOf(join(path, manifestName), 32);
  return /^format: colophon\r?\n/.test(head?.toString('utf8') ?? '');
}

/** The first bytes of a file; null when there is none that can be read. */
async function headOf(path: string, bytes: number): Promise<Buffer | null> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  try {
    const read = await handle?.read(Buffer.alloc(bytes), 0, bytes, 0);
    return read ? read.buffer.subarray(0, read.bytesRead) : null;
  } catch {
    return null;
  } finally {
    await handle?.close();
  }
}
