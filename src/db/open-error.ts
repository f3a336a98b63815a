/**
 * The database cannot be opened or brought up to date. The message says what, where and what to do, is
 * meant for whoever started the program, and holds no password.
 */
export class DatabaseOpenError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Another process holds the data directory. */
export class DatabaseInUseError extends DatabaseOpenError {}
