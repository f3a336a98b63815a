/** A step on the way from the site's home to a page. */
export interface Crumb {
  readonly name: string;
  /** Site path, beginning with "/". */
  readonly path: string;
}

/** The same with its absolute address. */
export interface AddressedCrumb extends Crumb {
  readonly url: string;
}

/**
 * The way to a page: the site's home, what the page stands under from the top down, the page itself. A step
 * whose path another one has is left out: where the blog's home is a category, say, or the page is the home.
 *
 * @param above the categories over it, the topmost first
 */
export function breadcrumbOf(siteName: string, above: readonly Crumb[], page: Crumb): Crumb[] {
  const way = [{ name: siteName, path: '/' }, ...above, page];
  const last = new Map(way.map(({ path, name }) => [path, name]));
  return [...last].map(([path, name]) => ({ name, path }));
}

/** The tree paths of a category and all above it, the topmost first: "a/b" is "a", "a/b". */
export function treePathsTo(treePath: string): string[] {
  const slugs = treePath.split('/');
  return slugs.map((_, index) => slugs.slice(0, index + 1).join('/'));
}
