/**
 * Makes an address absolute: a site path gets the base in front, an http(s) or mailto address stays.
 * Anything else (another scheme, nonsense) is null, never an error.
 *
 * @param base an origin, perhaps with a path, such as https://example.com/blog; no slash at its end is needed
 */
export function absoluteUrl(base: string, address: string): string | null {
  const written = isSitePath(address) ? `${base.replace(/\/+$/, '')}${address}` : address;
  const parsed = URL.canParse(written) ? new URL(written) : null;
  return parsed !== null && /^(?:https?|mailto):$/.test(parsed.protocol) ? parsed.href : null;
}

/** The host of an address, by which sites are told apart: without "www."; null for what is no address. */
export function siteHost(address: string): string | null {
  return URL.parse(address)?.host.replace(/^www\./, '') ?? null;
}

/** Begins with one "/": a path of the site itself, not "//host". */
export function isSitePath(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}
