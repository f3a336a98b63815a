import type { ForeignCategory, ForeignSeries, ForeignTerm } from '../../foreign/foreign-blog.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { WxrTerm } from '../export/wxr-terms.ts';
import { isNoCategory } from './no-category.ts';
import { taxonomiesOf } from './taxonomies.ts';
import type { TermIndex } from './term-index.ts';

/** Deeper trees are mistakes. */
const maxLevels = 20;

/** The tags of a blog; keys are slugs. */
export function foreignTags(terms: TermIndex, site: string): ForeignTerm[] {
  return terms.of('post_tag').map((term) => foreignTerm(term, `${site}/tag/${addressOf(term)}/`));
}

/** The series of a blog, whichever plugin keeps them; keys are slugs. */
export function foreignSeries(terms: TermIndex, site: string): ForeignSeries[] {
  const all = taxonomiesOf('series').flatMap((taxonomy) => terms.of(taxonomy));
  return [...new Map(all.map((term) => [term.slug, term])).values()].map((term) => ({
    ...foreignTerm(term, `${site}/series/${addressOf(term)}/`),
    plannedTotal: null,
  }));
}

/**
 * The categories of a blog as a tree; keys are slugs. One whose parents lead back to itself, and one whose
 * parent the export does not hold, stand at the top, which is told.
 */
export function foreignCategories(
  terms: TermIndex,
  site: string,
  problems: ProblemList,
  file: string,
): ForeignCategory[] {
  const lost: string[] = [];
  const circles: string[] = [];
  const lines = terms.of('category').flatMap((term) => {
    if (isNoCategory(term.name)) return [];
    const line = lineOf(term, terms);
    if (line === null) circles.push(term.name);
    const above = line?.[1];
    if (line !== null && above === undefined && term.parent !== '') lost.push(term.name);
    return [{ term, line: line ?? [term], parent: above?.slug ?? null }];
  });
  tell(problems, file, lost, 'has a parent that the export does not hold', 'Export “All content”');
  tell(problems, file, circles, 'is its own parent by way of others', 'Give it another parent in WordPress');
  return lines.map(({ term, line, parent }) => {
    const path = line.toReversed().map(addressOf).join('/');
    return { ...foreignTerm(term, `${site}/category/${path}/`), parent };
  });
}

/** A category, its parent, and so on to the top; null when that is a circle. */
function lineOf(term: WxrTerm, terms: TermIndex): WxrTerm[] | null {
  const line = [term];
  for (let next = parentOf(term, terms); next !== undefined; next = parentOf(next, terms)) {
    if (line.includes(next) || line.length > maxLevels) return null;
    line.push(next);
  }
  return line;
}

function parentOf({ parent }: WxrTerm, terms: TermIndex): WxrTerm | undefined {
  return parent === '' || parent === '0' ? undefined : terms.findAny('category', parent);
}

function foreignTerm({ slug, name, description }: WxrTerm, oldUrl: string): ForeignTerm {
  return { key: slug, name, slug, description, oldUrl };
}

function addressOf({ slug }: WxrTerm): string {
  return encodeURIComponent(slug);
}

function tell(
  problems: ProblemList,
  file: string,
  names: readonly string[],
  what: string,
  todo: string,
): void {
  if (names.length === 0) return;
  const shown = names.slice(0, 5).map((name) => `“${name}”`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  problems.warn(file, null, {
    what: `category ${shown.join(', ')}${more} ${what}`,
    why: 'It stands at the top of the tree.',
    todo: `${todo}, and import again, where it belongs below another.`,
  });
}
