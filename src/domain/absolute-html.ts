/** Where the addresses of a page lead from. No slash at the ends. */
export interface PageBase {
  /** Of the site's pages: an origin, perhaps with a path. */
  readonly site: string;
  /** Of stored images, which stand under /media. */
  readonly media: string;
  /** The page itself. */
  readonly page: string;
}

/** One tag, as `serialiseBody` writes it: values in double quotes, no "<" in texts but that of a tag. */
const tag = /<[a-z][^\s>]*(?:\s+[^\s"=>]+(?:="[^"]*")?)*\s*\/?>/gi;
const addressed = /(\s(?:href|src|cite|poster|srcset)=")([^"]*)(?=")/gi;
const candidate = /([^\s,]\S*[^\s,]|[^\s,])((?:\s+[^,]*)?)/g;

/**
 * The HTML of a body for readers elsewhere (feeds, files): every address in it is absolute. Takes HTML that
 * was sanitised and serialised by `domain/body-tree.ts`.
 */
export function absoluteHtml(html: string, base: PageBase): string {
  return html.replace(tag, (written) =>
    written.replace(addressed, (_, name: string, value: string) =>
      /srcset="$/i.test(name)
        ? `${name}${value.replace(candidate, (_whole, url: string, size: string) => absolute(url, base) + size)}`
        : `${name}${absolute(value, base)}`,
    ),
  );
}

/** Only ever puts something in front, so what is escaped in the address stays so. */
function absolute(address: string, { site, media, page }: PageBase): string {
  if (address === '' || /^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  if (address.startsWith('//')) return `https:${address}`;
  if (address.startsWith('/media/')) return `${media}${address}`;
  if (address.startsWith('/')) return `${site}${address}`;
  if (/^[#?]/.test(address)) return `${page}${address}`;
  return `${page.replace(/\/[^/]*$/, '')}/${address}`;
}
