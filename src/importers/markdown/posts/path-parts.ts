import { parseDate } from '../fields/dates.ts';
import { folderOf, nameOf } from '../files/folder.ts';

/** A date in a path, and how exact it is. */
export interface PathDate {
  readonly date: Date;
  readonly exact: boolean;
}

/**
 * "2016-05-01-", "2016-10-08_", "2017-2-5-" or "20160501-" at the start of a file's or folder's name; also after
 * the status of old files of Ghost ("draft-2016-05-01-").
 */
const prefix =
  /^(?:(?:draft|published|deleted)-)?(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?:T[\d:-]+Z?)?(?=$|[-_. ])[-_. ]*|^(\d{4})(\d{2})(\d{2})(?=$|[-_. ])[-_. ]*/;

/**
 * The date that a path names: in the file's name, in the name of the post's own folder, in folders
 * ("2016/05/01/x", "2016/05/01-x"); a year and a month alone ("2016/05/x") give the first of the month, not exact.
 */
export function pathDate(path: string): PathDate | null {
  const segments = path.replace(/\.[a-z]+$/i, '').split('/');
  for (const segment of segments.toReversed().slice(0, 2)) {
    const [, y1, m1, d1, y2, m2, d2] = prefix.exec(segment) ?? [];
    const date = parseDate(`${y1 ?? y2 ?? ''}-${m1 ?? m2 ?? ''}-${d1 ?? d2 ?? ''}`);
    if (date) return { date, exact: true };
  }
  const folders = /(?:^|\/)((?:19|20)\d{2})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?:[-_/]|$)/.exec(path);
  const date = folders && parseDate([folders[1], folders[2], folders[3] ?? '1'].join('-'));
  return date ? { date, exact: folders[3] !== undefined } : null;
}

/** Whether a name says before its date that the post is not public: "draft-2016-05-01-x", "deleted-2016-05-01-x". */
export function isHeldBack(path: string): boolean {
  return /^(?:draft|deleted)-\d{4}-\d{1,2}-\d{1,2}(?=$|[-_. ])/i.test(nameOf(path));
}

/** A name without the date it begins with; the whole name when there is nothing else. */
function withoutDate(name: string): string {
  const rest = name.replace(prefix, '');
  return rest === '' ? name : rest;
}

/** The name a file gives its post: its own, or for `index.md` that of its folder. */
export function postName(path: string, withoutLanguage: (path: string) => string): string {
  const bare = withoutLanguage(path);
  // Middleman writes `a-post.html.md`.
  const stem = nameOf(bare).replace(/(?:\.html?)?\.[a-z]+$/i, '');
  const isIndex = /^(?:index|readme|post)$/i.test(stem) && folderOf(bare) !== '';
  return withoutDate(isIndex ? nameOf(folderOf(bare)) : stem).replace(/[. ]+$/, '');
}

/** The folder of a post below the content folder; a folder that is the post's own does not count. */
export function contentFolder(base: string): string {
  const folder = folderOf(/\/index\.[a-z]+$/i.test(base) ? folderOf(base) : base);
  return folder.replace(/^(?:.*\/)?(?:content|source)(?:\/|$)/, '').replace(/(?:^|\/)_posts$/, '');
}
