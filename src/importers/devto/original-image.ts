/**
 * The address of a picture itself, where DEV shows a copy of it in another size: its image services have the
 * address of the original at the end of their own, encoded or not.
 *
 * @param site where DEV, or the other Forem, stands; for addresses without a host
 */
export function originalImage(address: string, site: string): string | null {
  const url = URL.parse(address, site);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const isCopy = /^media\d*\.dev\.to$|(?:^|\.)cloudinary\.com$/.test(url.hostname);
  const inside = isCopy ? /https?(?::|%3A)(?:\/|%2F){2}.+$/i.exec(url.pathname)?.[0] : undefined;
  if (inside === undefined) return url.href;
  const decoded = /%2F/i.test(inside) ? decodedOrNull(inside) : inside;
  const original = decoded === null ? null : URL.parse(decoded);
  return original && /^https?:$/.test(original.protocol) ? original.href : url.href;
}

function decodedOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
