import type pg from 'pg';

/**
 * What a pool does with each new connection before it first hands it out (its `verify`). The adapter reads
 * and writes timestamps as text without a zone, so the session is in UTC with ISO dates, whatever the
 * server or the role prefers.
 *
 * @param statementTimeoutMs the server ends a statement that takes longer; 0: never
 * @param first SQL to run before
 */
export function prepareSession(statementTimeoutMs: number, first = ''): NonNullable<pg.PoolConfig['verify']> {
  const limit = Math.trunc(statementTimeoutMs);
  const sql = `${first}SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; SET statement_timeout = ${limit}`;
  return (client, done) => {
    client.query(sql).then(() => {
      done();
    }, done);
  };
}
