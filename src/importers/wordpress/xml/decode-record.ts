const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const western = new TextDecoder('windows-1252');

/** A record's text. */
export interface DecodedText {
  readonly text: string;
  /** Lines that were not UTF-8, and were read as the old Western encoding. */
  readonly mendedLines: number;
}

/**
 * Reads bytes as UTF-8, and each line that is not as windows-1252: exports of old blogs hold both, whatever
 * their first line says.
 */
export function decodeRecord(bytes: Buffer): DecodedText {
  const whole = decoded(bytes);
  if (whole !== null) return { text: whole, mendedLines: 0 };
  const lines: string[] = [];
  let mendedLines = 0;
  for (let start = 0; start <= bytes.length;) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    const line = decoded(bytes.subarray(start, end));
    if (line === null) mendedLines += 1;
    lines.push(line ?? western.decode(bytes.subarray(start, end)));
    start = end + 1;
  }
  return { text: lines.join('\n'), mendedLines };
}

function decoded(bytes: Buffer): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}
