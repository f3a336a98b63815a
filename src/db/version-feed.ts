import { contentVersion } from './change-log.ts';
import type { Database } from './client.ts';
import { listenForVersions, type VersionListener } from './version-listener.ts';

/** Knows the content version, whoever writes. */
export interface VersionFeed {
  /** The newest version heard of; 0 before the first change. */
  current(): bigint;
  /** Whether changes by other processes are heard of now. */
  alive(): boolean;
  close(): Promise<void>;
}

/** Milliseconds: between looks while all is well, and between attempts after a failure. */
export interface FeedTiming {
  readonly pollMs: number;
  readonly retryMs: number;
}

/**
 * Follows the content version. A commit's announcement is heard at once; a slow look at the log finds
 * what was missed (a connection that died unnoticed, a pooler that swallows LISTEN). Nothing that
 * happens to the database ends the feed: it comes back by itself.
 *
 * @param onVersion called with each version heard of, the one found at the start included; they ascend, and
 *   some may be left out
 * @throws whatever the database says when it cannot be asked the first time
 */
export async function watchVersion(
  db: Database,
  onVersion: (version: bigint) => void = () => {},
  timing: FeedTiming = { pollMs: 5_000, retryMs: 500 },
): Promise<VersionFeed> {
  const feed = new Feed(db, onVersion, timing);
  await feed.start();
  return feed;
}

class Feed implements VersionFeed {
  readonly #db: Database;
  readonly #onVersion: (version: bigint) => void;
  readonly #timing: FeedTiming;
  #version = 0n;
  #listener: VersionListener | null = null;
  #answered = false;
  #closed = false;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(db: Database, onVersion: (version: bigint) => void, timing: FeedTiming) {
    this.#db = db;
    this.#onVersion = onVersion;
    this.#timing = timing;
  }

  current(): bigint {
    return this.#version;
  }

  alive(): boolean {
    return this.#answered && this.#listener !== null;
  }

  async start(): Promise<void> {
    await this.#look();
    this.#schedule();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await this.#listener?.close();
    this.#listener = null;
  }

  /** Listens before it reads, so that nothing falls between. */
  async #look(): Promise<void> {
    const onLost = (): void => this.#lose();
    this.#listener ??= await listenForVersions(this.#db, {
      onVersion: (version) => this.#learn(version),
      onLost,
    });
    this.#learn(await contentVersion(this.#db));
    this.#answered = true;
  }

  #learn(version: bigint): void {
    if (version <= this.#version || this.#closed) return;
    this.#version = version;
    this.#onVersion(version);
  }

  #lose(): void {
    this.#listener = null;
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    // A look that is under way schedules the next one itself.
    if (this.#closed || this.#looking !== null) return;
    // Only this process can write to the embedded database, so nothing is missed while it listens.
    if (this.alive() && this.#db.kind === 'embedded') return;
    const { pollMs, retryMs } = this.#timing;
    this.#timer = setTimeout(() => this.#again(), this.alive() ? pollMs : retryMs).unref();
  }

  #again(): void {
    const fail = (): void => void (this.#answered = false);
    this.#looking = this.#look()
      .catch(fail)
      .then(() => {
        this.#looking = null;
        this.#schedule();
      });
  }
}
