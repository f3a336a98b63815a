import type pg from 'pg';
import { z } from 'zod';
import type { StoredTable } from './stored-tables.ts';

/** Of a statement; one row may be larger. Characters. */
const batchSize = 1_000_000;

const mostRows = 1_000;

const rowShape = z.record(z.string(), z.unknown());

/** Writes rows that are JSON into one table, many a statement. */
export class TableWriter {
  readonly table: StoredTable;
  readonly #client: pg.PoolClient;
  #rows: string[] = [];
  #size = 0;
  /** Rows that refer to others of the table, which may come later. */
  #referring: string[] = [];

  constructor(client: pg.PoolClient, table: StoredTable) {
    this.#client = client;
    this.table = table;
  }

  async write(row: string): Promise<void> {
    this.#rows.push(row);
    this.#size += row.length;
    this.#keepReferences(row);
    if (this.#size >= batchSize || this.#rows.length >= mostRows) await this.#flush();
  }

  /** All rows are there. */
  async finish(): Promise<void> {
    await this.#flush();
    const { name, key, ownReferences } = this.table;
    while (this.#referring.length > 0) {
      const set = ownReferences.map((column) => `${column} = r.${column}`).join(', ');
      const same = key.map((column) => `t.${column.name} = r.${column.name}`).join(' AND ');
      await this.#client.query(
        `UPDATE "${name}" t SET ${set} FROM json_populate_recordset(NULL::"${name}", $1::json) r WHERE ${same}`,
        [`[${this.#referring.splice(0, mostRows).join(',')}]`],
      );
    }
  }

  #keepReferences(row: string): void {
    const { key, ownReferences } = this.table;
    if (ownReferences.length === 0) return;
    const values = rowShape.parse(JSON.parse(row));
    const named = (quoted: string): string => quoted.replaceAll('"', '');
    if (ownReferences.every((column) => values[named(column)] == null)) return;
    const kept = [...key.map((column) => column.name), ...ownReferences].map(named);
    this.#referring.push(JSON.stringify(Object.fromEntries(kept.map((column) => [column, values[column]]))));
  }

  async #flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    const { name, columns, ownReferences } = this.table;
    const read = columns.map((column) => (ownReferences.includes(column) ? 'NULL' : `r.${column}`));
    const rows = this.#rows;
    [this.#rows, this.#size] = [[], 0];
    await this.#client.query(
      `INSERT INTO "${name}" (${columns.join(', ')})
       SELECT ${read.join(', ')} FROM json_populate_recordset(NULL::"${name}", $1::json) r`,
      [`[${rows.join(',')}]`],
    );
  }
}
