import { crc32, deflateRawSync } from 'node:zlib';

type ZipEntry = readonly [name: string, content: string | Buffer, options?: { readonly mode?: number }];

/**
 * A zip of the entries, names as they are given; made by hand, so that names may be hostile.
 *
 * @param overlap all names lead to the bytes of the first
 */
export function zipOf(entries: readonly ZipEntry[], { overlap = false } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content, options] of entries) {
    const [raw, path] = [typeof content === 'string' ? Buffer.from(content) : content, Buffer.from(name)];
    const data = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, path, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((options?.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(overlap ? 0 : offset, 10);
    const unix = Buffer.from([20, 3]);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), unix, head, tail, path]));
    if (overlap && locals.length > 0) continue;
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** The zip, which says that it holds so many files (zip64, APPNOTE 4.3.14). */
export function withCount(zip: Buffer, count: number): Buffer {
  const end = zip.subarray(zip.length - 22);
  const record = Buffer.alloc(56);
  record.write('PK\u0006\u0006', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 'latin1');
  locator.writeBigUInt64LE(BigInt(zip.length - 22), 8);
  locator.writeUInt32LE(1, 16);
  const marked = Buffer.from(end);
  marked.writeUInt16LE(0xffff, 8);
  marked.writeUInt16LE(0xffff, 10);
  return Buffer.concat([zip.subarray(0, zip.length - 22), record, locator, marked]);
}
