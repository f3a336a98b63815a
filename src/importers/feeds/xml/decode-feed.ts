import { isUtf8 } from 'node:buffer';

/**
 * A feed's bytes as text. The byte order mark says how they are written, else HTTP, else the XML declaration, else
 * they are UTF-8, and also where a Western encoding is named for what is UTF-8; where that is not true, they are
 * Windows-1252, which gives every byte a character (RFC 7303 and the WHATWG Encoding Standard, and what browsers do).
 *
 * @param charset of the Content-Type header; null: none
 */
export function decodeFeed(bytes: Uint8Array, charset: string | null): string {
  const labels = [markOf(bytes) ?? charset, declared(bytes), 'utf-8'];
  for (const label of labels) {
    const text = label === null || isDisproved(label, bytes) ? null : decoded(bytes, label);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/**
 * Whether bytes are none of an encoding that gives every byte a letter: nobody's text in one of those happens to
 * be UTF-8 too, but servers name them for everything.
 */
function isDisproved(label: string, bytes: Uint8Array): boolean {
  return /^(?:iso-?8859|windows-125|cp-?125|latin|us-ascii|ascii)/i.test(label) && isUtf8(bytes);
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // "<?" of UTF-16 without a mark.
  if (a === 0x3c && b === 0) return 'utf-16le';
  return a === 0 && b === 0x3c ? 'utf-16be' : null;
}

function declared(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  const label = /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{1,40})/i.exec(start)?.[1] ?? null;
  // What can be read as ASCII is not UTF-16, whatever it says.
  return label !== null && /^(?:utf-?16|ucs-?2|iso-10646)/i.test(label) ? null : label;
}

/** Null: there is no such encoding, or the bytes are not written in it. */
function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}
