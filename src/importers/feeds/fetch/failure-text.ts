/** What an answer that is no success means for whoever wants to read the feed. */
export function refusalText(shown: string, status: number): string {
  const why: Readonly<Record<number, string>> = {
    401: 'It wants a login: save the feed to a file, and import that.',
    403: 'It refuses programs: save the feed to a file, and import that.',
    404: 'Check the address.',
    410: 'The feed is gone for good.',
    429: 'It was asked too often: try again later.',
  };
  return `${shown} answers ${status}. ${why[status] ?? (status >= 500 ? 'Try again later.' : 'Check the address.')}`;
}

/** Codes of Node and OpenSSL that say that a certificate is not to be trusted. */
const untrusted =
  /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|LEAF_SIGNATURE|CRL_|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)/;

/**
 * Why there was no answer.
 *
 * @param code of Node's error; empty where it has none
 */
export function failureText(shown: string, url: URL, code: string): string {
  if (untrusted.test(code))
    return `${shown} has a certificate that is not to be trusted (${code}). Look at the page in a browser; save the feed to a file, and import that.`;
  return `${shown} cannot be read: ${reason(url, code)} Check the address, or try again later.`;
}

function reason(url: URL, code: string): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name ${url.hostname} is not found.`;
    case 'ECONNREFUSED':
      return 'nothing listens there.';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'there is no way there from this machine.';
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
      return 'it does not speak https there.';
    default:
      return `the connection broke off${code === '' ? '' : ` (${code})`}.`;
  }
}
