/** A command cannot do what it was asked. The message is all that the person at the terminal needs. */
export class CommandError extends Error {
  readonly exitCode: 1 | 2 | 130;

  /** @param exitCode 1: it failed; 2: it was asked for wrongly; 130: it was stopped by Ctrl-C */
  constructor(message: string, exitCode: 1 | 2 | 130 = 1, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.exitCode = exitCode;
  }
}
