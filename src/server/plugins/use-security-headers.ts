import type { ServerPlugin } from '../server-plugin.ts';

/** What every answer says, unless its maker said otherwise. */
const headers: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Data and pictures are for the pages of other origins too.
  'cross-origin-resource-policy': 'cross-origin',
  // Should an answer ever be taken for a page: it may do nothing, and nobody may frame it.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Nothing here is the same for ever unless it says so.
  'cache-control': 'no-store',
};

/** Headers that keep a browser from doing more with an answer than reading it. */
export function useSecurityHeaders(): ServerPlugin {
  return {
    onResponse({ response }) {
      for (const [name, value] of Object.entries(headers)) {
        if (!response.headers.has(name)) response.headers.set(name, value);
      }
    },
  };
}
