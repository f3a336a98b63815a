/** Text that is not what it says it is; `line` is counted from 1 within the text. */
export class ParseError extends Error {
  readonly line: number | null;

  constructor(message: string, line: number | null) {
    super(message);
    this.name = 'ParseError';
    this.line = line;
  }
}
