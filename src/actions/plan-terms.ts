import { entityId } from '../domain/entity-id.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { ImportRun } from './import-run.ts';
import { recordHash } from './record-hash.ts';
import { clashProblem, settleClashes } from './settle-clashes.ts';
import type { ById, StoredTerm } from './stored-blog.ts';
import { parentPath } from './term-kinds.ts';
import type { TermKind, TermRecord } from './term-kinds.ts';
import type { Row } from './upsert-rows.ts';

/** A record and the term it is. */
export interface TermClaim<R> {
  readonly record: R;
  readonly id: string;
  readonly stored: StoredTerm | undefined;
  readonly row: Row;
  readonly hash: string;
  /** `note`: the row stays as it is, and is noted as this source's too. */
  readonly todo: 'write' | 'note' | 'nothing';
}

/** A term that this source named once and names no longer. */
export interface UnnamedTerm {
  readonly key: string;
  readonly id: string;
  /** `release`: another source names it still. `missing`: declared, so only `prune` removes it. */
  readonly fate: 'keep' | 'release' | 'remove' | 'missing';
}

export interface TermPlan<R> {
  readonly claims: readonly TermClaim<R>[];
  /** Record key -> id. */
  readonly ids: ReadonlyMap<string, string>;
  readonly unnamed: readonly UnnamedTerm[];
}

/**
 * Decides what becomes of the tags, categories or authors of a blog. A term is known by its name, and
 * shared by all sources that name it.
 */
export async function planTerms<R extends TermRecord>(
  run: ImportRun,
  kind: TermKind<R>,
  records: readonly R[],
): Promise<TermPlan<R>> {
  const stored = kind.stored(run.stored);
  const judged = judgeAll(run, kind, records);
  const unnamed = await judgeUnnamed(run, kind, new Set(judged.map((claim) => claim.id)));
  const leaving = unnamed.flatMap(({ id, fate }) => (fate === 'remove' ? [id] : []));
  const addresses = ({ path }: { readonly path: string }): string[] => [`path ${path}`];
  const written = judged.filter((claim) => claim.todo === 'write');
  const { clashes } = settleClashes(
    written,
    (record: R) => addresses(record),
    { rows: stored, addresses },
    leaving,
  );
  for (const { record, address } of clashes) {
    run.tally.problem(clashProblem(`${kind.table.toLowerCase()} ${kind.key(record)}`, address));
  }
  const refused = new Set(clashes.map(({ record }) => record));
  // What is refused and stored stays as it is, and may be referred to.
  const ids = new Map<string, string>();
  const claims = judged.filter(({ record, id, stored: before }) => {
    const parent = kind.parent(record);
    const goesIn = !refused.has(record) && (parent === null || ids.has(parent));
    if (goesIn || before !== undefined) ids.set(kind.key(record), id);
    return goesIn;
  });
  return { claims, ids, unnamed };
}

function judgeAll<R extends TermRecord>(
  run: ImportRun,
  kind: TermKind<R>,
  records: readonly R[],
): TermClaim<R>[] {
  const holders = new Map([...kind.stored(run.stored).values()].map((term) => [term.name, term.id]));
  const ids = new Map(
    records.map((record) => {
      const name = kind.name(record);
      return [kind.key(record), holders.get(name) ?? entityId(kind.table, name)] as const;
    }),
  );
  return records.map((record) => {
    const id = ids.get(kind.key(record)) ?? '';
    return judge(
      run,
      kind,
      record,
      id,
      kind.row(record, (key) => ids.get(key)),
    );
  });
}

/** Who declares a shared term describes it; else who named it first. */
function judge<R extends TermRecord>(
  run: ImportRun,
  kind: TermKind<R>,
  record: R,
  id: string,
  row: Row,
): TermClaim<R> {
  const stored = kind.stored(run.stored).get(id);
  const hash = recordHash(row);
  const origin = run.stored.origins(kind.type).get(kind.name(record));
  const todo = (): TermClaim<R>['todo'] => {
    if (stored === undefined) return 'write';
    if (origin?.hash === hash) return 'nothing';
    if (record.declared) return 'write';
    if (run.stored.isShared(kind.type, id)) return 'note';
    // The file that declares it may be the one that failed.
    return stored.declared && run.tally.failed().size > 0 ? 'nothing' : 'write';
  };
  return { record, id, stored, row, hash, todo: todo() };
}

async function judgeUnnamed<R>(
  run: ImportRun,
  kind: TermKind<R>,
  named: ReadonlySet<string>,
): Promise<UnnamedTerm[]> {
  const stored = kind.stored(run.stored);
  const unnamed = [...run.stored.origins(kind.type)].flatMap(([key, { entityId: id }]) =>
    named.has(id) || !stored.has(id) ? [] : [{ key, id }],
  );
  const mayRemove = run.prune && run.tally.failed().size === 0;
  const waits = (id: string): boolean =>
    !mayRemove && (stored.get(id)?.declared ?? false) && !run.stored.isShared(kind.type, id);
  const ids = unnamed.map(({ id }) => id);
  const used = await usedElsewhere(run, kind, ids);
  const staying = withAncestors(new Set([...used, ...ids.filter(waits)]), stored);
  return unnamed.map(({ key, id }) => {
    if (waits(id) && !used.has(id)) return { key, id, fate: run.record.isWindow ? 'keep' : 'missing' };
    if (staying.has(id)) return { key, id, fate: 'keep' };
    return { key, id, fate: run.stored.isShared(kind.type, id) ? 'release' : 'remove' };
  });
}

/**
 * Those of the terms that are held by posts and resources which this import neither writes nor removes;
 * of a term that other sources name too, only by those of this source.
 */
async function usedElsewhere<R>(
  run: ImportRun,
  kind: TermKind<R>,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { posts, resources, leaving, record } = run;
  const claimed = [...posts.claims, ...resources.claims].map((claim) => claim.id);
  const settled = [...claimed, ...leaving.posts, ...leaving.resources];
  const found = await Promise.all(
    kind.uses.map(({ table, holder, term }) => {
      const column = Prisma.raw(`u."${term}"`);
      const holderId = Prisma.raw(`u."${holder}"`);
      return run.db.prisma.$queryRaw<{ id: string; own: boolean }[]>`
        select ${column}::text as id, bool_or(exists (
          select 1 from "Origin" o where o."source" = ${record.source} and o."entityId" = ${holderId}::text)) as own
        from ${Prisma.raw(`"${table}"`)} u
        where ${column} = any(${ids}::uuid[]) and not (${holderId} = any(${settled}::uuid[]))
        group by ${column}`;
    }),
  );
  const uses = found.flat().filter(({ id, own }) => own || !run.stored.isShared(kind.type, id));
  return new Set(uses.map(({ id }) => id));
}

/** A category stays while something below it does. Other terms have nothing below them. */
function withAncestors(ids: ReadonlySet<string>, stored: ById<StoredTerm>): Set<string> {
  const byName = new Map([...stored.values()].map((term) => [term.name, term.id]));
  const all = new Set(ids);
  for (const id of ids) {
    let name = parentPath(stored.get(id)?.name ?? '');
    for (; name !== null; name = parentPath(name)) {
      const parent = byName.get(name);
      if (parent !== undefined) all.add(parent);
    }
  }
  return all;
}
