import { lookup as resolveName, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The name leads to a place that is not on the public internet. */
export class PrivateAddressError extends Error {}

/**
 * Whether an IP address is on the public internet: not this machine, not its network, nor what a cloud tells
 * its machines (169.254.169.254), nor a way around that by mapping or tunnelling.
 */
export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.replace(/^\[|\]$/g, '').split('%');
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'unicast';
}

/**
 * Looks a name up for a connection, and refuses it when any address of it is private: what is checked here is
 * what is connected to, so a name that answers differently the second time gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = error ?? privateAmong(addresses);
    if (refused) callback(refused, []);
    else if (options.all) callback(null, addresses);
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
  });
};

function privateAmong(addresses: readonly LookupAddress[]): Error | null {
  return addresses.every(({ address }) => isPublicAddress(address)) ? null : new PrivateAddressError();
}
