/** What may stand before a block on its line: quote marks, then at most a list marker. */
const containers = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/;

/** The Markdown written so far; knows its last line, because a block goes where its line begins. */
export class MarkdownOutput {
  readonly #done: string[] = [];
  #line = '';
  /** After a block: what the line must begin with for more text to stay in the block's container. */
  #owed: string | null = null;

  /** The last line, without its newline. */
  get line(): string {
    return this.#line;
  }

  /** Whether nothing but white space, quote marks or a list marker stands on the last line. */
  get atLineStart(): boolean {
    return containers.exec(this.#line)?.[0] === this.#line;
  }

  write(text: string): void {
    if (text === '') return;
    const more = this.#owed === null ? text : this.#continue(text, this.#owed);
    const end = more.lastIndexOf('\n') + 1;
    if (end > 0) {
      this.#done.push(this.#line, more.slice(0, end));
      this.#line = '';
    }
    this.#line += more.slice(end);
  }

  /** Writes a block of whole lines within the container (list item, quote) that the last line is in. */
  writeBlock(text: string): void {
    const container = this.#line === '' ? this.#owed : containers.exec(this.#line)?.[0];
    this.#owed = null;
    const prefix = (container ?? '').replace(/[^\s>]/g, ' ');
    const blank = prefix.trimEnd();
    if (this.#line === '') this.write(prefix);
    else if (!this.atLineStart) this.write(`\n${blank}\n${prefix}`);
    const lines = text.split('\n').map((line) => (line === '' ? blank : prefix + line));
    this.write(`${lines.join('\n').slice(prefix.length)}\n${blank}\n`);
    this.#owed = prefix;
  }

  /** Says that the block's line is over: the next line brings its own prefix. */
  endLine(): void {
    this.#owed = null;
  }

  #continue(text: string, prefix: string): string {
    this.#owed = null;
    return text.startsWith('\n') ? text.slice(1) : prefix + text;
  }

  toString(): string {
    return this.#done.join('') + this.#line;
  }
}
