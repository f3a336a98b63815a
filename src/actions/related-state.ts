import { z } from 'zod';
import type { WriteTransaction } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import { TermCounts } from '../domain/relatedness-statistics.ts';
import type { LanguageStatistics, RelatednessStatistics } from '../domain/relatedness-statistics.ts';

/** Of the way of ranking: raise it whenever the same posts are ranked otherwise, and all lists are made anew. */
const version = 2;

/** How far the stored lists are. */
export interface RelatedState {
  readonly seq: bigint;
  readonly posts: number;
  readonly refreshed: number;
  /** Null where all lists are always made anew. */
  readonly statistics: RelatednessStatistics | null;
}

const languagesShape = z.record(z.string(), z.object({ posts: z.number(), gapDays: z.number() }));

/** What is known of the stored lists; null when there are none, or they were ranked in another way. */
export async function readState({ prisma }: Database): Promise<Omit<RelatedState, 'statistics'> | null> {
  const state = await prisma.relatedState.findFirst({
    select: { version: true, seq: true, posts: true, refreshed: true },
  });
  return state?.version === version ? state : null;
}

/** What terms were weighed against when all lists were last made; null where that is not kept. */
export async function readStatistics({ prisma }: Database): Promise<RelatednessStatistics | null> {
  const state = await prisma.relatedState.findFirst({ select: { counts: true, languages: true } });
  if (state?.counts == null) return null;
  const languages = new Map<string, LanguageStatistics>(
    Object.entries(languagesShape.parse(state.languages)),
  );
  return { counts: TermCounts.fromBytes(state.counts), languages };
}

/** Takes the state away: whatever happens next, all lists are to be made anew. */
export async function forgetState({ prisma }: WriteTransaction): Promise<void> {
  await prisma.relatedState.deleteMany();
}

/** Whether somebody else brought the lists further than this meanwhile. */
export async function isOvertaken({ prisma }: WriteTransaction, seq: bigint): Promise<boolean> {
  const later = await prisma.relatedState.count({ where: { seq: { gt: seq } } });
  return later > 0;
}

/** Notes that all lists were made. */
export async function saveState(tx: WriteTransaction, state: RelatedState): Promise<void> {
  const { statistics, ...rest } = state;
  const languages = Object.fromEntries(statistics?.languages ?? []) as Record<string, object>;
  const data = { ...rest, version, languages, counts: null };
  await tx.prisma.relatedState.upsert({ where: { id: 1 }, create: data, update: data });
  const counts = statistics?.counts.toBytes() ?? new Uint8Array();
  for (let start = 0; start < counts.length; start += bytesAtOnce) {
    const some = counts.subarray(start, start + bytesAtOnce);
    await tx.prisma.$executeRaw`update "RelatedState" set "counts" = coalesce("counts", '') || ${some}`;
  }
}

/** Of a statement: on their way to the database they are in memory many times, as text too. */
const bytesAtOnce = 1 << 19;

/** Notes that some lists were brought up to date. */
export async function advanceState(tx: WriteTransaction, seq: bigint, refreshed: number): Promise<void> {
  await tx.prisma.relatedState.updateMany({ data: { seq, refreshed: { increment: refreshed } } });
}
