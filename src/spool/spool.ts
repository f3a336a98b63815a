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
  /** What is not written yet. One for all: of many small ones, V8 lets a heap of tens of megabytes gather. */
  readonly #pending = Buffer.allocUnsafeSlow(gathered);
  #pendingBytes = 0;
  #written = 0;
  /** Where texts are read to, but for long ones. */
  readonly #scratch = Buffer.allocUnsafeSlow(1 << 17);
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
    // Of three bytes at most; what may be too much is measured.
    if (text.length * 3 > gathered && Buffer.byteLength(text) > gathered)
      return this.addBytes(Buffer.from(text));
    if (this.#pendingBytes + text.length * 3 > gathered) this.#flush();
    const offset = this.#written + this.#pendingBytes;
    const length = this.#pending.write(text, this.#pendingBytes, 'utf8');
    this.#pendingBytes += length;
    return { offset, length };
  }

  /** @param parts that are read as one */
  addBytes(...parts: readonly Uint8Array[]): Spooled {
    const offset = this.#written + this.#pendingBytes;
    for (const bytes of parts) {
      if (this.#pendingBytes + bytes.length > gathered) this.#flush();
      if (bytes.length > gathered) this.#write(bytes);
      else {
        this.#pending.set(bytes, this.#pendingBytes);
        this.#pendingBytes += bytes.length;
      }
    }
    return { offset, length: this.#written + this.#pendingBytes - offset };
  }

  read({ offset, length }: Spooled): string {
    const bytes =
      length > this.#scratch.length ? Buffer.allocUnsafe(length) : this.#scratch.subarray(0, length);
    return this.readBytes({ offset, length }, bytes).toString('utf8');
  }

  /** @param bytes where they are read to, of that length */
  readBytes({ offset, length }: Spooled, bytes = Buffer.allocUnsafe(length)): Buffer {
    if (offset + bytes.length > this.#written) this.#flush();
    let done = 0;
    while (done < bytes.length) {
      const count = readSync(this.#fd, bytes, done, bytes.length - done, offset + done);
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
    this.#write(this.#pending.subarray(0, this.#pendingBytes));
    this.#pendingBytes = 0;
  }

  #write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.#fd, bytes, done, bytes.length - done, this.#written + done);
    }
    this.#written += bytes.length;
  }

  #size(): number {
    return fstatSync(this.#fd).size;
  }
}
