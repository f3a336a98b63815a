import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a text, or some bytes, lie in a spool. */
export interface Spooled {
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
}

/** Bytes that are gathered before they are written. */
const gathered = 1 << 20;

/**
 * Texts and bytes in a temporary file, for what is larger than memory. Nobody else may read it, and where the system
 * allows it the file has no name any more from the moment it is open: a killed process leaves nothing behind.
 */
export class Spool {
  readonly #fd: number;
  readonly #folder: string;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #written = 0;
  #closed = false;

  private constructor(fd: number, folder: string) {
    this.#fd = fd;
    this.#folder = folder;
  }

  static async open(): Promise<Spool> {
    const folder = await mkdtemp(join(tmpdir(), 'colophon-'));
    try {
      const fd = openSync(join(folder, 'texts'), 'wx+', 0o600);
      if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true });
      return new Spool(fd, folder);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  add(text: string): Spooled {
    return this.addBytes(Buffer.from(text, 'utf8'));
  }

  /** @param bytes which nobody changes any more */
  addBytes(bytes: Buffer): Spooled {
    const place = { offset: this.#written + this.#pendingBytes, length: bytes.length };
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= gathered) this.#flush();
    return place;
  }

  read(place: Spooled): string {
    return this.readBytes(place).toString('utf8');
  }

  readBytes({ offset, length }: Spooled): Buffer {
    this.#flush();
    const bytes = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const count = readSync(this.#fd, bytes, done, length - done, offset + done);
      if (count === 0) throw new Error(`The temporary file is shorter than it was: ${this.#size()} bytes.`);
      done += count;
    }
    return bytes;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#fd);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #flush(): void {
    for (const bytes of this.#pending) {
      for (let done = 0; done < bytes.length;) {
        done += writeSync(this.#fd, bytes, done, bytes.length - done, this.#written + done);
      }
      this.#written += bytes.length;
    }
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  #size(): number {
    return fstatSync(this.#fd).size;
  }
}
