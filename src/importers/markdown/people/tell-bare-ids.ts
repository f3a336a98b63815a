import type { ProblemList } from '../../problem-list.ts';
import type { AuthorRegistry } from './author-registry.ts';

/** Fewer authors than this show nothing. */
const minAuthors = 5;

/** Tells, once, that bylines hold ids and the blog has no list that says whose they are. */
export function tellBareIds(registry: AuthorRegistry, problems: ProblemList): void {
  if (registry.hasDeclared) return;
  const authors = registry.all();
  const ids = authors.filter(({ key, names }) =>
    [...names.keys()].every((name) => /^[a-z\d]+(?:[-_][a-z\d]+)*$/.test(name) && name === key),
  );
  if (authors.length < minAuthors || ids.length * 5 < authors.length * 4) return;
  problems.warn(authors[0]?.file ?? '', null, {
    what: `${ids.length} authors are known by their ids alone, such as "${ids[0]?.key ?? ''}"`,
    why: 'There is no list of authors in the folder, so the ids are shown as names.',
    todo: 'Add an authors.yml: an id, and below it a name, a title and a bio.',
  });
}
