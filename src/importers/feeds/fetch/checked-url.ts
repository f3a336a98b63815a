import { InputError } from '../../blog-reader.ts';
import { isPublicAddress } from './public-address.ts';
import { shownAddress } from './shown-address.ts';

/**
 * The address of a request, checked before anything is sent, at every hop of a redirect too: an address in digits
 * is never looked up.
 *
 * @throws {InputError} when nothing may be asked there
 */
export function checkedUrl(
  address: string,
  base: string,
  { allowPrivate }: { readonly allowPrivate: boolean },
): URL {
  const url = URL.parse(address, base);
  if (url === null)
    throw new InputError('This is no address of a feed. Write it as https://example.org/feed.');
  const shown = shownAddress(url.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new InputError(
      `A feed is read by http or https only, and this leads to ${url.protocol}. Name another address.`,
    );
  if (url.username !== '' || url.password !== '')
    throw new InputError(
      `The address of ${shown} holds a user name or a password, which would be sent and shown. Save the feed to a file, and import that.`,
    );
  if (!allowPrivate && isPrivateHost(url.hostname)) throw privateError(shown);
  return url;
}

function isPrivateHost(hostname: string): boolean {
  if (/^(?:.*\.)?localhost\.?$/i.test(hostname)) return true;
  const isDigits = hostname.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(hostname);
  return isDigits && !isPublicAddress(hostname);
}

export function privateError(shown: string): InputError {
  return new InputError(
    `${shown} is at a private address. If that is meant, import it with --allow-private.`,
  );
}
