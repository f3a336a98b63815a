/**
 * How well search finds what people look for in three real blogs, whole and in one database:
 * `node bench/search-quality.ts`. Needs the blogs in ../shared/corpora. Nothing is kept.
 */
import { openDatabase } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { queries } from '../test/search/queries.ts';
import type { Score } from '../test/search/searched-blogs.ts';
import { figuresOf, importBlogs, missOf, score } from '../test/search/searched-blogs.ts';

const db = await openDatabase({ databaseUrl: null, dataDir: null });
await migrate(db);
const paths = await importBlogs(db, 'whole');

const all: Score[] = [];
for (const [kind, list] of Object.entries(queries)) {
  const scores: Score[] = [];
  for (const wanted of list) scores.push(await score(db, paths, wanted));
  all.push(...scores);
  print(kind, scores);
  for (const miss of scores.map(missOf)) if (miss !== null) console.log(`    ${miss}`);
}
print('all', all);
await db.close();

function print(kind: string, scores: readonly Score[]): void {
  const { shouldBeFirst, first, five, all: count } = figuresOf(scores);
  console.log(`${kind}: first ${first} of ${shouldBeFirst} that should be, among five ${five} of ${count}`);
}
