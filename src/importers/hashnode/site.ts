import { textAt } from '../fields/json-fields.ts';
import type { JsonMap } from '../fields/json-values.ts';
import { asWebUrl } from '../fields/values.ts';
import type { ForeignSite } from '../foreign/foreign-blog.ts';
import { escaped } from '../text/html-source.ts';

/** What an export says of the blog itself; null when it does not even name it. */
export function readSite(publication: JsonMap): ForeignSite | null {
  const name = textAt(publication, 'displayTitle', 'title', 'name');
  if (name === null) return null;
  const description = textAt(publication, 'about.text', 'about', 'descriptionSEO');
  return {
    name: escaped(name),
    url: siteUrl(publication),
    tagline: null,
    description: description === null ? null : escaped(description),
    language: null,
  };
}

/** Where the blog stood, without a slash at its end. */
export function siteUrl(publication: JsonMap): string | null {
  const domain = textAt(
    publication,
    'domainInfo.domain.host',
    'domain',
    'customDomain',
    'canonicalURL',
    'url',
  );
  if (domain === null) return null;
  return asWebUrl(/^https?:/i.test(domain) ? domain : `https://${domain}`)?.replace(/\/+$/, '') ?? null;
}
