import { endianness } from 'node:os';
import type { WriteTransaction } from '../db/change-log.ts';
import type { Database } from '../db/client.ts';
import type { Profile } from '../domain/relatedness-profile.ts';
import { upsertRows } from './upsert-rows.ts';

/** Terms of a stored profile at most. */
export const profileSize = 300;

/** Of these, the weightiest, by which posts are found. */
const keyCount = 48;

/** The hashes of the weightiest terms, the weightiest first. */
export function keysOf({ hashes, weights }: Profile, most = keyCount): number[] {
  return [...hashes.keys()]
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, most)
    .map((index) => hashes[index] ?? 0);
}

export async function writeProfiles(
  tx: WriteTransaction,
  profiles: ReadonlyMap<string, Profile>,
): Promise<void> {
  const rows = [...profiles].map(([postId, profile]) => ({
    postId,
    keys: keysOf(profile),
    vector: `\\x${vectorOf(profile).toString('hex')}`,
    terms: (profile.terms ?? []).join('\n'),
  }));
  await upsertRows(tx, 'RelatedProfile', rows, { key: ['postId'] });
}

/** @param postIds absent: all */
export async function dropProfiles({ prisma }: WriteTransaction, postIds?: readonly string[]): Promise<void> {
  if (postIds === undefined) await prisma.$executeRaw`delete from "RelatedProfile"`;
  else await prisma.$executeRaw`delete from "RelatedProfile" where "postId" = any(${postIds}::uuid[])`;
}

/** The terms of stored profiles, in the order of their hashes. */
export async function readProfileTerms(
  { prisma }: Database,
  postIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await prisma.$queryRaw<{ id: string; terms: string }[]>`
    select "postId"::text as id, "terms" from "RelatedProfile" where "postId" = any(${postIds}::uuid[])`;
  return new Map(rows.map(({ id, terms }) => [id, terms === '' ? [] : terms.split('\n')]));
}

/** Stored profiles, without their terms. */
export async function readProfiles(
  { prisma }: Database,
  postIds: readonly string[],
): Promise<Map<string, Profile>> {
  const rows = await prisma.$queryRaw<{ id: string; vector: Uint8Array }[]>`
    select "postId"::text as id, "vector" from "RelatedProfile" where "postId" = any(${postIds}::uuid[])`;
  return new Map(rows.map(({ id, vector }) => [id, profileFrom(vector)]));
}

/** Ids of posts that have one of these among their weightiest terms. */
export async function postsWithKeys({ prisma }: Database, keys: readonly number[]): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    select "postId"::text as id from "RelatedProfile" where "keys" && ${keys}::integer[]`;
  return rows.map(({ id }) => id);
}

// The bytes are little-endian whatever the machine: a database may move.
const swaps = endianness() === 'BE';

function vectorOf({ hashes, weights }: Profile): Buffer {
  const bytes = Buffer.concat([
    Buffer.from(hashes.buffer, hashes.byteOffset, hashes.byteLength),
    Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength),
  ]);
  return swaps ? bytes.swap32() : bytes;
}

function profileFrom(vector: Uint8Array): Profile {
  // A copy, aligned to its elements.
  const bytes = Uint8Array.from(vector);
  if (swaps) Buffer.from(bytes.buffer).swap32();
  const size = bytes.byteLength / 8;
  return {
    hashes: new Int32Array(bytes.buffer, 0, size),
    weights: new Float32Array(bytes.buffer, size * 4, size),
  };
}
