import { linkPath } from '../domain/link-path.ts';

/** No body has more to say; what has, is a list made by a machine. */
const maxLinks = 5_000;
/** Bytes. An index holds no longer ones, and no page has such an address. */
const maxPathBytes = 2_000;

/** The paths of the site that a body links to, each once. */
export function linkedPaths(addresses: readonly string[], siteUrl: string | null): string[] {
  const paths = new Set(addresses.map((address) => linkPath(address, siteUrl)));
  return [...paths]
    .filter((path) => path !== null && path !== '/' && Buffer.byteLength(path) <= maxPathBytes)
    .slice(0, maxLinks)
    .map(String);
}
