import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CommandError } from './command-error.ts';

const file = new URL('../../schema.graphql', import.meta.url);

export interface SchemaFlags {
  readonly check?: boolean;
  readonly write?: boolean;
}

/**
 * `colophon schema`: prints the graph; `--write` puts it into schema.graphql, `--check` compares the two.
 *
 * @throws CommandError when they differ
 */
export async function schemaCommand({ check = false, write = false }: SchemaFlags): Promise<number> {
  const { printContract } = await import('../schema.ts');
  const text = printContract();
  if (write) {
    await writeFile(file, text);
    console.log(`Wrote ${fileURLToPath(file)}.`);
  } else if (check) {
    const committed = await readFile(file, 'utf8').catch(() => '');
    if (committed !== text)
      throw new CommandError(
        'schema.graphql is not what the code makes. Run "npx colophon schema --write" and look at the difference.',
      );
    console.log('schema.graphql is what the code makes.');
  } else {
    process.stdout.write(text);
  }
  return 0;
}
