/** A file's text: "\n" between lines, no byte order mark. */
export interface DecodedText {
  readonly text: string;
  /** How it was written, where that is not UTF-8. */
  readonly guessed: 'UTF-16' | 'Windows-1252' | null;
}

/**
 * Decodes a text file: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252, which
 * gives every byte a character (the WHATWG Encoding Standard's reading of "latin1").
 * Null when the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return { text: tidy(new TextDecoder(utf16).decode(bytes)), guessed: 'UTF-16' };
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    return { text: tidy(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), guessed: null };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return { text: tidy(text), guessed: 'Windows-1252' };
  }
}

function utf16Label(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
}
