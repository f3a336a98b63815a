import { foldedPath } from './portable-name.ts';

/** Who has which path of a folder, on file systems that ignore case too. */
export class FilePlaces {
  readonly #files = new Map<string, string>();
  readonly #folders = new Set<string>();

  /**
   * Takes a path for an owner, unless another has it, or a file stands where a folder must be.
   *
   * @returns whether the owner has it now
   */
  claim(path: string, owner: string): boolean {
    const name = foldedPath(path);
    const holder = this.#files.get(name);
    if (holder !== undefined) return holder === `${path}\n${owner}`;
    const above = foldersAbove(name);
    if (this.#folders.has(name) || above.some((folder) => this.#files.has(folder))) return false;
    this.#files.set(name, `${path}\n${owner}`);
    for (const folder of above) this.#folders.add(folder);
    return true;
  }

  /** Takes the first of the paths that is free; `pathOf` must give another one for each count from 1. */
  claimFirst(pathOf: (count: number) => string, owner: string): string {
    for (let count = 1; ; count += 1) {
      const path = pathOf(count);
      if (this.claim(path, owner)) return path;
    }
  }
}

function foldersAbove(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
