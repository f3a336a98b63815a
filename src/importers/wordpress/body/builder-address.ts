import { asWebUrl } from '../../fields/values.ts';
import { decoded } from '../../text/decoded.ts';

/** An address as builders write it: `url:https%3A%2F%2F…|title:…` (WPBakery), `manually,https://…` (Enfold). */
export function builderAddress(written: string): string | null {
  const [, packed] = /^(?:[^|]*\|)?url:([^|]+)/.exec(written) ?? [];
  const address = (packed === undefined ? written : decoded(packed))
    .replace(/^manually,/, '')
    .replaceAll('&amp;', '&');
  if (/^(?:\/(?!\/)|#)\S*$/.test(address)) return address;
  return asWebUrl(address);
}
