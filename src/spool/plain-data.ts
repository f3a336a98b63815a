import { Deserializer, Serializer } from 'node:v8';

declare module 'node:v8' {
  // Documented, but not in the types of Node's.
  interface Serializer {
    _setTreatArrayBufferViewsAsHostObjects(flag: boolean): void;
    _writeHostObject(view: object): void;
  }
  interface Deserializer {
    _readHostObject(): unknown;
  }
}

type Numbers = Int32Array | Uint16Array | Float32Array | Float64Array;

const kinds = [Int32Array, Uint16Array, Float32Array, Float64Array] as const;

/** Bytes. What begins at a multiple of it may hold any numbers. */
const alignment = 8;

/** Plain data in two parts. The first is a multiple of eight bytes long. */
export interface PackedData {
  /** All typed arrays, each from a multiple of eight bytes on. */
  readonly numbers: readonly Uint8Array[];
  /** All else. */
  readonly rest: Buffer;
}

/** Writes typed arrays down as they are: V8 would copy each, and its copies are seldom aligned. */
class Packer extends Serializer {
  readonly numbers: Uint8Array[] = [];
  #bytes = 0;

  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  override _writeHostObject(view: object): void {
    const kind = kinds.findIndex((one) => view instanceof one);
    if (kind === -1) throw new TypeError('Only numbers of four kinds lie in a temporary file.');
    const { buffer, byteOffset, byteLength } = view as Numbers;
    this.writeUint32(kind);
    this.writeUint32(this.#bytes);
    this.writeUint32(byteLength);
    const gap = -byteLength & (alignment - 1);
    this.numbers.push(new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(gap));
    this.#bytes += byteLength + gap;
  }
}

class Unpacker extends Deserializer {
  readonly #numbers: Buffer<ArrayBuffer>;

  constructor(numbers: Buffer<ArrayBuffer>, rest: Buffer) {
    super(rest);
    this.#numbers = numbers;
  }

  override _readHostObject(): Numbers {
    const [kind, start, bytes] = [this.readUint32(), this.readUint32(), this.readUint32()];
    const Kind = kinds[kind] ?? Int32Array;
    const { buffer, byteOffset } = this.#numbers;
    return new Kind(buffer, byteOffset + start, bytes / Kind.BYTES_PER_ELEMENT);
  }
}

/** @param thing with maps, sets and typed arrays, but nothing that has methods of its own */
export function pack(thing: unknown): PackedData {
  const packer = new Packer();
  packer.writeHeader();
  packer.writeValue(thing);
  return { numbers: packer.numbers, rest: packer.releaseBuffer() };
}

/**
 * The same again. Its typed arrays lie in the bytes that it is read of.
 *
 * @param bytes both parts, from a multiple of eight on
 * @param numbers the length of the first part
 */
export function unpack(bytes: Buffer<ArrayBuffer>, numbers: number): unknown {
  const unpacker = new Unpacker(bytes.subarray(0, numbers), bytes.subarray(numbers));
  unpacker.readHeader();
  return unpacker.readValue();
}
