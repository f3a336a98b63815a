import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { Brought } from '../brought.ts';
import { encodingOf } from './xml/encoding.ts';

const headBytes = 65_536;
const maxUnpacked = 1 << 20;

/** What a WXR file begins with: its own namespace, or elements of it where that is not declared. */
const beginning = /wordpress\.org\/export\/|<wp:/i;
const xml = /<(?:\?xml|rss|rdf:RDF|channel)\b/i;

/** Whether something is an export of WordPress's: a file, packed by gzip or not, or a folder of such files. */
export async function isWordpress({ path, kind, head }: Brought): Promise<boolean> {
  if (kind === 'file') return isWxr(head);
  const names = await exportFiles(path);
  if (names.length === 0) return false;
  for (const name of names) if (!isWxr(await headOf(join(path, name)))) return false;
  return true;
}

/**
 * The files of an export in a folder, in the order of their names. Empty when anything else is in it: then it
 * is no folder of exports.
 */
export async function exportFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const visible = entries.filter(({ name }) => !/^(?:\.|__MACOSX$|Thumbs\.db$)/.test(name));
  const files = visible.filter((entry) => entry.isFile() && /\.(?:xml|wxr)(?:\.gz)?$/i.test(entry.name));
  return files.length < visible.length ? [] : files.map(({ name }) => name).toSorted(byNumber.compare);
}

const byNumber = new Intl.Collator('en', { numeric: true });

function isWxr(head: Uint8Array): boolean {
  const bytes = unpacked(Buffer.from(head));
  const text = new TextDecoder(encodingOf(bytes).transcode ?? 'utf-8').decode(bytes);
  return xml.test(text) && beginning.test(text);
}

/** The beginning of what gzip packed; a file that is not packed as it is. */
function unpacked(head: Buffer): Buffer {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return head;
  try {
    return gunzipSync(head.subarray(0, 8192), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: maxUnpacked,
    });
  } catch {
    return Buffer.alloc(0);
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path).catch(() => null);
  try {
    const read = await handle?.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return read ? read.buffer.subarray(0, read.bytesRead) : new Uint8Array();
  } catch {
    return new Uint8Array();
  } finally {
    await handle?.close();
  }
}
