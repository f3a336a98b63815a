/** An address as messages may show it: without credentials, and without what may hold a key. */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return 'the address';
  return `${url.protocol}//${url.host}${url.pathname}${url.search === '' ? '' : '?…'}`;
}
