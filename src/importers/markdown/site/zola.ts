import type { SourceDocument } from '../document.ts';
import { nameOf } from '../files/folder.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { Flavour } from './layout.ts';

/** Keys that only Zola's sections have (getzola.org/documentation/content/section). */
const sectionKeys = [
  'sort_by',
  'paginate_by',
  'insert_anchor_links',
  'generate_feeds',
  'page_template',
  'transparent',
];

/** The flavour, with Zola told from Hugo by its front matter: maps named `extra` and `taxonomies`, in TOML. */
export function flavourOfBlog(flavour: Flavour, documents: readonly SourceDocument[]): Flavour {
  if (flavour !== 'other') return flavour;
  const isZola = documents.some(({ file, format, data }) => {
    if (format !== 'toml') return false;
    const isSection = nameOf(file).startsWith('_index.');
    return isSection
      ? sectionKeys.some((key) => key in data)
      : asObject(data['extra'] ?? data['taxonomies']) !== null;
  });
  return isZola ? 'zola' : flavour;
}
