import DataLoader from 'dataloader';
import { whenQuiet } from './read.ts';
import type { ReadScope } from './scope.ts';

/**
 * Reads for many keys at once. Gives back one value a key, in the order of the keys, in a constant number
 * of statements (one, as a rule).
 */
export type Batch<K, V> = (keys: readonly K[], scope: ReadScope) => Promise<readonly V[]>;

/** A batched read, as `defineLoader` makes it. */
export interface Loader<K, V> {
  readonly batch: Batch<K, V>;
  readonly keyOf: (key: K) => string;
  /** One DataLoader a request, forgotten with it. */
  readonly open: WeakMap<ReadScope, DataLoader<K, V, string>>;
}

/**
 * Defines a batched read at the top of a module.
 *
 * @param keyOf makes equal keys equal; needed when keys are objects
 */
export function defineLoader<K, V>(batch: Batch<K, V>, keyOf: (key: K) => string = String): Loader<K, V> {
  return { batch, keyOf, open: new WeakMap() };
}

/** The value of one key; asked for together with all other keys that are wanted by then (see read.ts). */
export function load<K, V>(scope: ReadScope, loader: Loader<K, V>, key: K): Promise<V> {
  return opened(scope, loader).load(key);
}

/** The values of several keys, in their order. */
export function loadAll<K, V>(scope: ReadScope, loader: Loader<K, V>, keys: readonly K[]): Promise<V[]> {
  return Promise.all(keys.map((key) => load(scope, loader, key)));
}

function opened<K, V>(scope: ReadScope, loader: Loader<K, V>): DataLoader<K, V, string> {
  const known = loader.open.get(scope);
  if (known !== undefined) return known;
  const made = new DataLoader<K, V, string>((keys) => loader.batch(keys, scope), {
    cacheKeyFn: loader.keyOf,
    batchScheduleFn: (start) => {
      whenQuiet(scope, start);
    },
  });
  loader.open.set(scope, made);
  return made;
}
