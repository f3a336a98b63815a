import { replaceTags } from './html-tags.ts';

/** Where the addresses of a page lead from. No slash at the ends. */
export interface PageBase {
  /** Of the site's pages: an origin, perhaps with a path. */
  readonly site: string;
  /** Of stored images, which stand under /media. */
  readonly media: string;
  /** The page itself. */
  readonly page: string;
}

/** Any attribute: what is read to its end is not found within the value of another. */
const attribute = /(\s[^\s=>"]+=")([^"]*)"/g;
const addressed = /^\s(?:href|src|cite|poster|srcset)=/;
const candidate = /([^\s,]\S*[^\s,]|[^\s,])((?:\s+[^,]*)?)/g;

/**
 * The HTML of a stored body for readers elsewhere (feeds, files): every address in it is absolute. Addresses
 * that begin with neither "/" nor a scheme are read as a browser on the page would.
 */
export function absoluteHtml(html: string, base: PageBase): string {
  return replaceTags(html, (tag) =>
    tag.replace(attribute, (whole: string, name: string, value: string) =>
      addressed.test(name) ? `${name}${rewritten(name, value, base)}"` : whole,
    ),
  );
}

function rewritten(name: string, value: string, base: PageBase): string {
  if (!name.endsWith('srcset="')) return absolute(value, base);
  return value.replace(candidate, (_, url: string, size: string) => absolute(url, base) + size);
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
