import type { Database } from '../db/client.ts';
import { pendingMigrations } from '../db/migrate.ts';

/** Hears of every change to the content. */
export interface VersionFeed {
  current(): bigint;
  alive(): boolean;
}

/** What `/readyz` answers. */
export interface ReadinessState {
  readonly status: 'ready' | 'not ready' | 'stopping';
  /** The database answers. */
  readonly database: boolean;
  /** Its schema is the one of this code. */
  readonly migrations: boolean;
  /** Changes by other processes are heard of. */
  readonly versionFeed: boolean;
  /** Number of the newest change that this process knows. */
  readonly contentVersion: string;
}

/** Whoever can say whether this process can serve. */
export interface Probe {
  check(): Promise<ReadinessState>;
}

/** An answer younger than this is given again, so that probes by the thousand cost the database nothing. */
const freshMs = 500;

/** Whether this process can serve. */
export class Readiness implements Probe {
  readonly #db: Database;
  readonly #feed: VersionFeed;
  #stopping = false;
  #last: { readonly at: number; readonly state: Promise<ReadinessState> } | null = null;

  constructor(db: Database, feed: VersionFeed) {
    this.#db = db;
    this.#feed = feed;
  }

  /** From now on the process says that it is about to stop, so that nobody sends it more. */
  stop(): void {
    this.#stopping = true;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  async check(): Promise<ReadinessState> {
    const now = performance.now();
    if (this.#last === null || now - this.#last.at > freshMs) this.#last = { at: now, state: this.#ask() };
    const state = await this.#last.state;
    return this.#stopping ? { ...state, status: 'stopping' } : state;
  }

  async #ask(): Promise<ReadinessState> {
    // One question to the database answers both: whether it is there, and whether it is up to date.
    const pending = await pendingMigrations(this.#db).catch(() => null);
    const database = pending !== null;
    const migrations = pending?.length === 0;
    const versionFeed = this.#feed.alive();
    const status = migrations && versionFeed ? 'ready' : 'not ready';
    return { status, database, migrations, versionFeed, contentVersion: String(this.#feed.current()) };
  }
}
