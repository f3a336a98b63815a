import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';
import { readSearchQuery } from '../../src/domain/search-query.ts';
import type { ReadScope } from '../../src/loaders/scope.ts';
import { resolveSearch } from '../../src/loaders/search/resolve-search.ts';
import { readSearchCount, readSearchPage } from '../../src/loaders/search/search-page.ts';
import type { SearchFilter } from '../../src/loaders/search/search-request.ts';
import { wordOf } from './synthetic-posts.ts';

/** Ranks of words, by how many posts say them. */
const classes = { frequent: 0, common: 300, seldom: 8_000, rare: 60_000 } as const;
type Class = keyof typeof classes;

interface Search {
  readonly query: string;
  readonly filter: SearchFilter;
}

/** Times searches of every kind, and prints the plans of the main shapes. */
export async function measureSearches(dataDir: string, count: number): Promise<void> {
  const db = await openDatabase({ databaseUrl: null, dataDir });
  const word = (kind: Class, index: number): string => wordOf(classes[kind] + index * 3);
  const times = Array.from({ length: count }, (_, index) => index);
  const all = Object.keys(classes) as Class[];
  const pairs = all.flatMap((one, index) => all.slice(index).map((other) => [one, other] as const));
  const shapes: Record<string, Search[]> = Object.fromEntries(
    pairs.map(([one, other]) => [
      `two words: ${one}, ${other}`,
      // A blank behind the last word, that is typed to its end; every third is still being typed.
      times.map((index) =>
        plain(`${word(one, index)} ${word(other, index + 7)}${index % 3 === 0 ? '' : ' '}`),
      ),
    ]),
  );
  const two = await measureAll(db, shapes);
  print('all searches for two words', two);
  const frequent = (index: number): string => word('frequent', index);
  await measureAll(db, {
    'one frequent word': times.map((index) => plain(`${frequent(index)} `)),
    'what begins with one letter': times.map((index) => plain(frequent(index).slice(0, 1))),
    'what begins with two letters': times.map((index) => plain(frequent(index).slice(0, 2))),
    'a phrase of two frequent words': times.map((index) =>
      plain(`"${frequent(index)} ${frequent(index + 5)}"`),
    ),
    'without a frequent word': times.map((index) => plain(`${frequent(index)} -${frequent(index + 5)}`)),
    'without a phrase': times.map((index) =>
      plain(`${frequent(index)} -"${frequent(index + 1)} ${frequent(index + 5)}"`),
    ),
    'one or the other frequent word': times.map((index) =>
      plain(`${frequent(index)} or ${frequent(index + 5)} `),
    ),
    'four frequent words': times.map((index) =>
      plain(
        times
          .slice(0, 4)
          .map((n) => frequent(index + n))
          .join(' '),
      ),
    ),
    'a frequent word of a tag': times.map((index) => ({
      query: `${frequent(index)} `,
      filter: { tags: [`tag-${200 + index}`], languages: ['de'] },
    })),
    'a misspelt word': times.map((index) => plain(`x${word('common', index)} `)),
  });
  await measurePages(db, `${frequent(0)} ${frequent(1)} `);
  await printPlans(db);
  await db.close();
}

const plain = (query: string): Search => ({ query, filter: {} });

/** One a request, as a server makes it. */
function scopeOf(db: Database): ReadScope {
  return { db, viewer: { kind: 'public' }, urls: { site: null, media: '' } };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measureAll(db: Database, shapes: Record<string, readonly Search[]>): Promise<number[]> {
  const all: number[] = [];
  for (const [name, searches] of Object.entries(shapes)) {
    const times: number[] = [];
    for (const { query, filter } of searches) {
      const scope = scopeOf(db);
      times.push(
        await timeOf(async () => {
          const resolved = await resolveSearch(scope, readSearchQuery(query));
          await readSearchPage(scope, resolved, filter, {
            size: 20,
            backward: false,
            after: null,
            before: null,
          });
        }),
      );
    }
    print(name, times);
    all.push(...times);
  }
  return all;
}

/** A walk through the results of two frequent words, 100 at a time. */
async function measurePages(db: Database, query: string): Promise<void> {
  const resolved = await resolveSearch(scopeOf(db), readSearchQuery(query));
  const count = await timeOf(() => readSearchCount(scopeOf(db), resolved, {}));
  console.log(
    `${await readSearchCount(scopeOf(db), resolved, {})} results counted in ${count.toFixed(1)} ms`,
  );
  const times: number[] = [];
  let after: string | null = null;
  for (let page = 0; page < 400; page += 1) {
    const request = { size: 100, backward: false, after, before: null };
    const start = performance.now();
    const found: Awaited<ReturnType<typeof readSearchPage>> = await readSearchPage(
      scopeOf(db),
      resolved,
      {},
      request,
    );
    times.push(performance.now() - start);
    const last = found.rows.at(-1);
    if (last === undefined || !found.hasNextPage) break;
    after = found.cursorOf(last);
  }
  print(`${times.length} pages of 100, one after the other`, times);
  print('the first ten of them', times.slice(0, 10));
  print('the last ten of them', times.slice(-10));
}

function print(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string =>
    (sorted[Math.ceil(sorted.length * part) - 1] ?? 0).toFixed(1).padStart(7);
  console.log(
    `${name.padEnd(36)} ${String(times.length).padStart(4)}   median ${at(0.5)}   p95 ${at(0.95)}   max ${at(1)} ms`,
  );
}

/** The functions of the migration ask the index like this, level by level. */
async function printPlans(db: Database): Promise<void> {
  const [one, other] = [wordOf(0), wordOf(3)];
  const shapes: Record<string, string> = {
    'two frequent words in titles': `'B${one}' & 'B${other}'`,
    'two frequent words in bodies': `'${one}' & '${other}' & !('A${one}'|'B${one}'|'C${one}'|'D${one}'|'E${one}') & !('A${other}'|'B${other}'|'C${other}'|'D${other}'|'E${other}')`,
    'a frequent word of a tag': `'${one}' & 'Gtag-200'`,
    'what begins with two letters': `'${one.slice(0, 2)}':*`,
  };
  await db.pool.query('set enable_seqscan = off');
  for (const [name, query] of Object.entries(shapes)) {
    const { rows } = await db.pool.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers) select d."id", d."sortDate" from "SearchDocument" d
       where d."lexemes" @@ $1::tsquery and d."status" = 'PUBLISHED' order by d."sortDate" desc, d."id" desc limit 21`,
      [query],
    );
    console.log(`\n${name}: ${query}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`);
  }
}
