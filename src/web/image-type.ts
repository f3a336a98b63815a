const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The media type that the name of a picture tells; null when it tells none. */
export function imageType(url: string): string | null {
  const ending = /\.([a-z]{3,4})$/.exec(new URL(url).pathname.toLowerCase())?.[1] ?? '';
  return types[ending] ?? null;
}
