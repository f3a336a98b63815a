/** Where the first frame of some HTML leads; null where there is none. */
export function frameAddress(html: string): string | null {
  const [, src] = /<iframe\b[^>]*\ssrc=["']([^"']+)["']/i.exec(html.slice(0, 5000)) ?? [];
  return src?.replaceAll('&amp;', '&') ?? null;
}
