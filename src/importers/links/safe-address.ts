/** An address that may stand in Markdown or HTML: what would end it there is percent-encoded. */
export function safeAddress(address: string): string {
  return address.replace(
    /[\s()<>"']/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}
