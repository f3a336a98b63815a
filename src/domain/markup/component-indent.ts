import { openedComponent } from './jsx-tags.ts';

/**
 * MDX has no indented code: children of a component are indented for the eye. The column of the first
 * child is taken off every line until the component closes.
 */
export class ComponentIndent {
  readonly #source: string;
  /** Components that are open; the column is null until the first child comes. */
  readonly #open: { readonly name: string; column: number | null }[] = [];
  #lastClosings: Map<string, number> | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  get open(): boolean {
    return this.#open.length > 0;
  }

  /** Where the text of the line at `at` begins, past the indent that is for the eye only. */
  skip(at: number): number {
    const indent = /[ \t]*/y;
    indent.lastIndex = at;
    const columns = indent.exec(this.#source)?.[0].length ?? 0;
    const start = at + columns;
    if (this.open && this.#source.startsWith('</', start)) this.#close(start);
    const inner = this.#open.at(-1);
    if (inner && !/[\n\r]/.test(this.#source.charAt(start))) inner.column ??= columns;
    const skipped = Math.min(columns, inner?.column ?? 0);
    const name = openedComponent(this.#source, start);
    if (name !== null && (this.#lastClosing(name) ?? 0) > this.#lineEnd(start)) {
      this.#open.push({ name, column: null });
    }
    return at + skipped;
  }

  /** Several lines without that indent. */
  dedent(lines: string): string {
    const column = this.#open.at(-1)?.column ?? 0;
    return column === 0 ? lines : lines.replace(new RegExp(`^[ \\t]{1,${Math.min(column, 100)}}`, 'gm'), '');
  }

  #close(start: number): void {
    const name = /^<\/([\w.]+)/.exec(this.#source.slice(start, start + 100))?.[1];
    const index = this.#open.findLastIndex((open) => open.name === name);
    if (index !== -1) this.#open.length = index;
  }

  #lastClosing(name: string): number | undefined {
    if (!this.#lastClosings) {
      const closings = this.#source.matchAll(/<\/([A-Za-z][\w.]*)\s*>/g);
      this.#lastClosings = new Map(Array.from(closings, (match) => [match[1] ?? '', match.index]));
    }
    return this.#lastClosings.get(name);
  }

  #lineEnd(at: number): number {
    const end = this.#source.indexOf('\n', at);
    return end === -1 ? this.#source.length : end;
  }
}
