import { isPortablePath } from './portable-name.ts';

/** The folder whose files stand at the root of a site. */
export const staticFolder = 'static';

/**
 * Where a file must lie in an export so that a reference in a body leads to it: beside the body, or below "static"
 * for one that begins at the root of the site. Null when there is no such place: it leads out of the export, or is
 * written in a way that only its own generator understands.
 *
 * @param reference as written in the body
 * @param folder of the body's file, such as "posts/a-post"
 */
export function placeOfReference(reference: string, folder: string): string | null {
  const written = decoded(reference.replace(/[?#].*$/s, ''));
  if (written === null || /^(?:[a-z][a-z\d+.-]*:|\/\/)|\\/i.test(written)) return null;
  const base = written.startsWith('/') ? staticFolder : folder;
  const path = resolved(base, written);
  // What ends in ".md" is a text to whoever reads the folder.
  if (path === null || !isPortablePath(path) || /\.md$/i.test(path)) return null;
  const root = base.split('/')[0] ?? '';
  return path.startsWith(`${root}/`) ? path : null;
}

/** Whether it is read from where the body's file lies. */
export function isRelative(reference: string): boolean {
  return !reference.startsWith('/');
}

function resolved(folder: string, path: string): string | null {
  const segments = folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}

function decoded(reference: string): string | null {
  try {
    return decodeURI(reference);
  } catch {
    return null;
  }
}
