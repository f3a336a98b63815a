/** Escapes of NUL and of halves of characters; and all others, so that "\\u0000" is not taken for one. */
const escapes = /\\(?:ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|u(0000|d[89a-f][\da-f]{2})|[\s\S])/gi;

/**
 * A JSON text without the characters that no database takes and no page shows: NUL, and halves of characters
 * (lone surrogates). Each becomes U+FFFD, as the bytes of one would when a text is decoded.
 */
export function withoutBadEscapes(json: string): string {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return json;
  return json.replace(escapes, (written: string, bad: string | undefined) =>
    bad === undefined ? written : '\\ufffd',
  );
}
