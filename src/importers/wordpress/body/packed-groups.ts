import type { BodyContext } from './body-context.ts';
import { saidInSettings } from './said-in-settings.ts';
import type { Shortcode } from './shortcode-tree.ts';

/** WPBakery writes lists of things (`items="%5B%7B…"`) as JSON in an address's signs: HTML of what they say. */
export function packedGroups({ name, attributes }: Shortcode, context: BodyContext): string {
  return [...attributes.named.values()]
    .filter((value) => /^%5B%7B/i.test(value))
    .map((value) => saidInSettings(`groups/${name}`, { items: unpacked(value) }, context))
    .join('');
}

function unpacked(value: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(value));
  } catch {
    return null;
  }
}
