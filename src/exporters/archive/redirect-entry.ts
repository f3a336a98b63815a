import { redirectEntry, type RedirectEntry } from '../../domain/archive/entries.ts';
import type { ArchivedRedirect } from '../../loaders/archive/archived-redirects.ts';
import { filled } from './filled.ts';

/**
 * A redirect as an export tells of it; null for the alias that a post states itself, which its own file tells.
 * Of the files of one import that state it the first is told: that is what an import keeps.
 */
export function redirectEntryOf(redirect: ArchivedRedirect): RedirectEntry | null {
  const { path, target, gone, postPath, postOrigin, origins } = redirect;
  if (gone) return redirectEntry.parse({ path });
  const [postSource, postKey] = postOrigin ?? [];
  if (origins.some(([source, key]) => source === postSource && key === `${postKey ?? ''}#${path}`))
    return null;
  const files = new Map<string, string>();
  for (const [source, key] of origins) {
    const file = key.endsWith(`#${path}`) ? key.slice(0, -path.length - 1) : key;
    if (!files.has(source)) files.set(source, file);
  }
  const statedBy = [...files].map(([source, file]) => ({ source, file }));
  return redirectEntry.parse(filled({ path, target: postPath ?? target, statedBy }));
}
