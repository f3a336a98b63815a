import type { ForeignBlog } from '../../foreign/foreign-blog.ts';
import type { OtherItems } from '../export/collect-export.ts';
import type { Tally } from './problem-sorts.ts';

/** Why items of a status, or of a type of WordPress's own, are no posts. */
const reasons: Readonly<Record<string, string>> = {
  page: 'a page; --pages takes pages as posts too',
  trash: 'in the trash',
  spam: 'marked as spam',
  'auto-draft': 'a draft that nobody wrote in',
  inherit: 'a former version',
  revision: 'a former version',
};

/** What WordPress and its plugins keep beside what is read. */
const inner =
  /^(?:nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_|acf-|elementor_|jp_|wpcf7|wpforms|feedback|safecss|ngg_|mc4wp|shop_|scheduled-action|amp_)/;

/** What is no post, counted by what it is. */
export function otherItems(others: readonly OtherItems[], tally: Tally): ForeignBlog['skipped'] {
  return others.map(({ file, type, count }) => {
    const why = Object.hasOwn(reasons, type) ? reasons[type] : undefined;
    if (why === undefined && !inner.test(type))
      for (let one = 0; one < count; one += 1) tally.add('other-type', file, type.slice(0, 40));
    return { file: `${file}: ${count} × ${type}`, why: why ?? 'neither a post nor a page' };
  });
}
