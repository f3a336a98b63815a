import type { BlogRecord } from '../domain/blog-record.ts';
import type { Tally } from './import-report.ts';
import type { StoredBlog } from './stored-blog.ts';

/**
 * Whether an import may remove what it does not name: an empty folder is a wrong folder sooner than a blog that lost
 * everything; what was not read is not gone.
 */
export function mayPrune(record: BlogRecord, stored: StoredBlog, tally: Tally): boolean {
  if (record.isWindow) {
    tally.problem({
      severity: 'warning',
      file: '.',
      line: null,
      what: 'nothing was removed',
      why: 'A feed holds the newest posts only: one that is no longer in it was most likely not removed.',
      todo: 'Import feeds without --prune.',
    });
    return false;
  }
  if (record.incomplete) {
    tally.problem({
      severity: 'warning',
      file: '.',
      line: null,
      what: 'nothing was removed',
      why: 'A part could not be read, so what is absent may only be lost.',
      todo: 'Mend what is said of it elsewhere in this list, and import again.',
    });
    return false;
  }
  if (record.posts.length > 0 || stored.origins('POST').size === 0) return true;
  tally.problem({
    severity: 'error',
    file: '.',
    line: null,
    what: 'nothing was removed',
    why: 'The folder holds no post at all, which is most likely not meant.',
    todo: 'Name the folder of the blog. To remove a whole blog, leave one post in it.',
  });
  return false;
}
