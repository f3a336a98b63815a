/** The @handle of a profile on X, for cards; null for any other address. */
export function twitterHandle(url: string): string | null {
  const name = /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/@?(\w{1,15})\/?(?:[?#].*)?$/i.exec(
    url,
  )?.[1];
  return name === undefined || reserved.has(name.toLowerCase()) ? null : `@${name}`;
}

/** The first handle among profiles. */
export function handleIn(profiles: readonly string[]): string | null {
  return profiles.map(twitterHandle).find((handle) => handle !== null) ?? null;
}

/** Pages of X that are nobody's. */
const reserved: ReadonlySet<string> = new Set([
  'home',
  'search',
  'explore',
  'intent',
  'share',
  'i',
  'hashtag',
]);
