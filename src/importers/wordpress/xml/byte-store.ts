/** One piece of memory for what is read of a file: of new ones for each chunk, tens of megabytes gather outside of V8's heap. */
export class ByteStore {
  #bytes: Buffer = Buffer.alloc(0);

  /**
   * What is left, with more of the file behind it: in place of all that was given back before.
   *
   * @param rest the end of what was given back last
   */
  append(rest: Buffer, chunk: Buffer): Buffer {
    const length = rest.length + chunk.length;
    // A record of many chunks does not ask for as many.
    if (length > this.#bytes.length) this.#bytes = grown(rest, length * 2);
    else rest.copy(this.#bytes);
    chunk.copy(this.#bytes, rest.length);
    return this.#bytes.subarray(0, length);
  }
}

function grown(bytes: Buffer, length: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(length);
  bytes.copy(larger);
  return larger;
}
