/**
 * What every new connection is told. The adapter reads and writes timestamps as text without a zone, so
 * the session is in UTC with ISO dates whatever the server or the role prefers.
 *
 * @param statementTimeoutMs the server ends a statement that takes longer; 0: never
 */
export function sessionSql(statementTimeoutMs: number): string {
  return `SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; SET statement_timeout = ${Math.trunc(statementTimeoutMs)}`;
}
