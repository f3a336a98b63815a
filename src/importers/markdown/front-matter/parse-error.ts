/** Text that is not what it says it is; `line` is counted from 1 within the text. */
export class ParseError extends Error {
  readonly line: number | null;
  /** It is well written and refused all the same: there is nothing to mend. */
  readonly refused: boolean;

  constructor(message: string, line: number | null, refused = false) {
    super(message);
    this.name = 'ParseError';
    this.line = line;
    this.refused = refused;
  }
}
