/** How the bytes of a file are to be read. */
export interface Encoding {
  /** A label of `TextDecoder`, when the whole file must be read by it; null: UTF-8, record by record. */
  readonly transcode: string | null;
}

/** These are UTF-8 as often as what they say, and their markup is ASCII either way. */
const doubtful = /^(?:utf-?8|us-ascii|ascii|iso-?8859-?1|latin-?1|windows-?1252|cp-?1252)$/i;

/**
 * What a file's first bytes say of its encoding: a byte order mark, NUL bytes between the letters, or the XML
 * declaration. A declaration that the bytes belie does not count.
 */
export function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return { transcode: 'utf-16le' };
  if (head[0] === 0xfe && head[1] === 0xff) return { transcode: 'utf-16be' };
  if (head[0] === 0x3c && head[1] === 0) return { transcode: 'utf-16le' };
  if (head[0] === 0 && head[1] === 0x3c) return { transcode: 'utf-16be' };
  const declared = /^[^<]{0,100}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    head.toString('latin1', 0, 400),
  )?.[1];
  if (declared === undefined || doubtful.test(declared) || /^utf-?16/i.test(declared) || isUtf8(head))
    return { transcode: null };
  return { transcode: isLabel(declared) ? declared : null };
}

/** Whether there is a letter beyond ASCII, and all of them are UTF-8; the last one may be cut. */
function isUtf8(head: Buffer): boolean {
  if (!head.some((byte) => byte > 127)) return false;
  const text = new TextDecoder('utf-8').decode(head.subarray(0, Math.max(0, head.length - 4)));
  return !text.includes('\u{FFFD}');
}

function isLabel(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}
