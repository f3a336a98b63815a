import { isSitePath } from '../../../domain/address.ts';
import type { Json, ResourceRecord } from '../../../domain/blog-record.ts';
import type { FieldName } from '../fields/field-keys.ts';
import type { Fields } from '../fields/fields.ts';
import { asText, asWebUrl } from '../../fields/values.ts';
import { profileLinks } from '../people/profile-links.ts';

/** Keys that say what their link is for, the most telling first, with what a link to it says. */
const labelled: readonly (readonly [FieldName, string])[] = [
  ['registration', 'Registration'],
  ['recording', 'Recording'],
  ['download', 'Download'],
  ['slides', 'Slides'],
];

/**
 * Where a resource is to be had: its link, else the first of registration, recording, download and slides; and
 * the others, with those of `links`, each address once.
 */
export function resourceLinks(fields: Fields): Pick<ResourceRecord, 'url' | 'links'> {
  const own = addressOf(fields.get('link'));
  const byKey = labelled.flatMap(([name, label]) => {
    const url = addressOf(fields.get(name));
    return url === null ? [] : [{ label, url }];
  });
  const url = own ?? byKey[0]?.url ?? null;
  const all = [...byKey, ...profileLinks(fields.get('links'))];
  const links = all.filter(
    (link, at) => link.url !== url && all.findIndex((other) => other.url === link.url) === at,
  );
  return { url, links };
}

/** An absolute address, or a path of the site: a file to download. */
function addressOf(value: Json | undefined): string | null {
  const text = asText(value);
  return text !== null && isSitePath(text) ? text : asWebUrl(value);
}
