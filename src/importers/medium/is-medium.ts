import type { Brought } from '../brought.ts';
import { someFileBegins } from '../files/some-file-begins.ts';

/** Whether something is Medium's export: pages with an h-entry of Medium's own making. */
export function isMedium(brought: Brought): Promise<boolean> {
  return someFileBegins(brought, {
    isWanted: (name) => /(?:^|\/)posts\/[^/]+\.html?$/i.test(name) && !name.includes('__MACOSX/'),
    begins: (start) =>
      /<article[^>]{0,200}class="[^"]*\bh-entry\b/.test(start) &&
      /\bdata-field="?body\b|\be-content\b/.test(start),
    folders: ['posts'],
  });
}
