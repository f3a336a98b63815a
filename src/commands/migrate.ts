import { loadSettings } from '../env.ts';
import { openContent } from './open-content.ts';

/** `colophon migrate`: brings the database up to date and says what was missing. */
export async function migrateCommand(): Promise<number> {
  const { db, applied } = await openContent(loadSettings());
  await db.close();
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
  return 0;
}
