import pg from 'pg';
import { changeChannel } from './change-log.ts';
import type { Database } from './client.ts';

/** A connection that hears of new content versions. */
export interface VersionListener {
  close(): Promise<void>;
}

/** What a listener tells. */
export interface ListenerEvents {
  readonly onVersion: (version: bigint) => void;
  /** The connection is gone; what comes now is missed. */
  readonly onLost: () => void;
}

/** Begins to listen for the announcements of `writeContent`. */
export function listenForVersions(db: Database, events: ListenerEvents): Promise<VersionListener> {
  return db.kind === 'embedded' ? listenOnPool(db, events) : listenApart(db, events);
}

/**
 * The embedded database has one connection, which must not be held. Its notices come to the pool's
 * client, whoever uses that: so the listener stays on the client, and the client goes back.
 */
async function listenOnPool(
  { pool }: Database,
  { onVersion, onLost }: ListenerEvents,
): Promise<VersionListener> {
  const hear = hearer(onVersion);
  const client = await pool.connect();
  try {
    await client.query(`LISTEN ${changeChannel}`);
  } finally {
    client.release();
  }
  client.on('notification', hear);
  pool.once('remove', onLost);
  const close = (): Promise<void> => {
    client.off('notification', hear);
    pool.off('remove', onLost);
    return Promise.resolve();
  };
  return { close };
}

/** PostgreSQL gives a connection beside the pool, which reads never have to wait for. */
async function listenApart(
  { pool }: Database,
  { onVersion, onLost }: ListenerEvents,
): Promise<VersionListener> {
  const client = new pg.Client(pool.options);
  // Told as the end of the connection, which follows; unheard, it would end the process.
  client.on('error', () => {});
  client.once('end', onLost);
  client.on('notification', hearer(onVersion));
  try {
    await client.connect();
    await client.query(`LISTEN ${changeChannel}`);
  } catch (error) {
    await client.end();
    throw error;
  }
  const close = async (): Promise<void> => {
    client.off('end', onLost);
    await client.end();
  };
  return { close };
}

function hearer(onVersion: (version: bigint) => void): (notice: pg.Notification) => void {
  return ({ channel, payload }) => {
    if (channel === changeChannel && payload !== undefined && /^\d+$/.test(payload))
      onVersion(BigInt(payload));
  };
}
