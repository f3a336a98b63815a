import { Prisma } from '../generated/prisma/client.ts';

/**
 * Whether the database refused a value (SQLSTATE classes 22, data; 23, constraints; 54, limits), rather
 * than failed itself: then another record may well go in.
 */
export function isRecordFault(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const state = sqlState(error.meta);
  return state === null ? /^P20(?:0[0-79]|11|12|20)$/.test(error.code) : /^(?:22|23|54)/.test(state);
}

/** Where the adapter keeps it: `meta.driverAdapterError.cause.originalCode`. */
function sqlState(meta: unknown): string | null {
  const cause = property(property(meta, 'driverAdapterError'), 'cause');
  const code = property(cause, 'originalCode');
  return typeof code === 'string' ? code : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
