import { databaseFault } from '../db/database-error.ts';
import { DatabaseOpenError } from '../db/open-error.ts';
import { CommandError } from './command-error.ts';

/** Why a command ended, for the person at the terminal. */
export interface Failure {
  readonly message: string;
  readonly exitCode: 1 | 2 | 130;
}

/** What an error says to whoever typed the command; null: nobody foresaw it. */
export function expectedFailure(error: unknown): Failure | null {
  if (error instanceof CommandError) return { message: error.message, exitCode: error.exitCode };
  const message = error instanceof DatabaseOpenError ? error.message : databaseFault(error);
  return message === null ? null : { message, exitCode: 1 };
}

/** The same of an error that nobody foresaw: all that is known of it. */
export function unexpectedFailure(error: unknown): Failure {
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: 1 };
}
