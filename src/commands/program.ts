import { Command, CommanderError } from 'commander';
import { SettingsError } from '../env.ts';
import type { BackupFlags } from './backup.ts';
import type { ExportFlags } from './export.ts';
import { expectedFailure, unexpectedFailure, type Failure } from './failure.ts';
import type { ImportFlags } from './import.ts';
import type { RelatedFlags } from './related.ts';
import type { RestoreFlags } from './restore.ts';
import type { SchemaFlags } from './schema.ts';
import type { ServeFlags } from './serve.ts';
import { restartWithSmallHeap } from './small-heap.ts';
import { readVersion } from './version.ts';

/**
 * Runs a command line.
 *
 * @param argv as process.argv: the program's own two words first
 * @returns the exit code
 */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = createProgram((code) => (exitCode = code));
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    return explain(error);
  }
}

/** One clear line, and the exit code that goes with it. */
function explain(error: unknown): number {
  // Commander has said it already, help included.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof SettingsError) return fail({ message: error.message, exitCode: 2 });
  return fail(expectedFailure(error) ?? unexpectedFailure(error));
}

function fail({ message, exitCode }: Failure): number {
  console.error(`colophon: ${message}`);
  return exitCode;
}

type Done = (exitCode: number) => void;

/** What goes through all of a blog, and may do so beside a server. */
const wholeBlog: ReadonlySet<string> = new Set(['import', 'export', 'backup', 'restore', 'related']);

function createProgram(done: Done): Command {
  const program = new Command('colophon')
    .description('A GraphQL content API for blogs.')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .hook('preAction', (_, command) => {
      if (wholeBlog.has(command.name())) restartWithSmallHeap();
    })
    .configureOutput({
      outputError: (text, write) => {
        write(
          `colophon: ${text
            .replace(/^error: /, '')
            .trim()
            .replaceAll('\n', ' ')
            .replace(/\.$/, '')}. See "colophon --help".\n`,
        );
      },
    })
    .addHelpText(
      'after',
      `
Examples:
  $ colophon serve                        the blog that is stored, or the sample in an empty database
  $ colophon serve ~/blog --watch         write, and see it in GraphiQL on the next run
  $ colophon import ~/blog --dry-run      what an import would do
  $ DATABASE_URL=postgres://me@localhost/blog colophon import ~/blog --prune

Settings come from the environment: docs/settings.md names them all.`,
    );
  addServe(program, done);
  addImport(program, done);
  addExport(program, done);
  addBackup(program, done);
  addOthers(program, done);
  return program;
}

function addServe(program: Command, done: Done): void {
  program
    .command('serve')
    .description('Serve the graph at /graphql, importing a folder first if one is named.')
    .argument('[folder]', 'a Markdown blog to import at the start')
    .option('--watch', 'import the folder again whenever a file in it changes')
    .option('--prune', 'remove what is stored but no longer in the folder')
    .option('--sample', 'import the sample blog, also into PostgreSQL')
    .option('--source <name>', "name of the import; default: the folder's name")
    .addHelpText('after', '\nExamples:\n  $ colophon serve\n  $ PORT=8080 colophon serve ~/blog --watch')
    .action(async (folder: string | undefined, flags: ServeFlags) => {
      const { serveCommand } = await import('./serve.ts');
      done(await serveCommand(folder ?? null, flags));
    });
}

function addImport(program: Command, done: Done): void {
  program
    .command('import')
    .description('Import a blog. Run again, it takes up what changed.')
    .argument('<what...>', 'a folder in Markdown, or the file or files of an export')
    .option('--format <name>', 'what it is; default: what is in it tells')
    .option('--pages', 'take pages such as "About us" as posts too')
    .option('--follow', 'take only what a feed holds beyond the last time')
    .option('--allow-private', 'read a feed from a private address too')
    .option('--dry-run', 'say what would happen, write nothing')
    .option('--prune', 'remove what is stored but no longer in what is imported')
    .option(
      '--source <name>',
      "name of the import, which tells two blogs apart; default: the folder's name, or the site's host",
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ colophon import ~/blog --dry-run\n  $ colophon import ~/blog --prune',
    )
    .action(async (what: string[], flags: ImportFlags) => {
      const { importCommand } = await import('./import.ts');
      done(await importCommand(what, flags));
    });
}

function addExport(program: Command, done: Done): void {
  program
    .command('export')
    .description('Write all of the blog to a folder. Run again, it writes the folder anew.')
    .argument('<folder>', 'an empty folder, none yet, or an earlier export')
    .option('--format <name>', 'markdown, json or jsonl; default: markdown')
    .option('--public', 'only what the public sees')
    .option('--gzip', 'pack the files of jsonl')
    .addHelpText(
      'after',
      '\nExamples:\n  $ colophon export ~/blog-export\n  $ colophon export /tmp/graph --format jsonl --public --gzip',
    )
    .action(async (folder: string, flags: ExportFlags) => {
      const { exportCommand } = await import('./export.ts');
      done(await exportCommand(folder, flags));
    });
}

function addBackup(program: Command, done: Done): void {
  program
    .command('backup')
    .description('Write all that is stored into one file, beside a running server too.')
    .argument('<file>', 'a name that is free yet')
    .option('--force', 'write over a file of that name')
    .addHelpText('after', '\nExample:\n  $ colophon backup ~/blog-2026-11-28.colophon')
    .action(async (file: string, flags: BackupFlags) => {
      const { backupCommand } = await import('./backup.ts');
      done(await backupCommand(file, flags));
    });
  program
    .command('restore')
    .description('Put a backup into an empty database.')
    .argument('<file>', 'what "colophon backup" wrote')
    .option('--replace', 'what is stored goes, and the backup takes its place')
    .addHelpText(
      'after',
      '\nExamples:\n  $ DATA_DIR=.restored colophon restore ~/blog-2026-11-28.colophon\n  $ colophon restore ~/blog-2026-11-28.colophon --replace',
    )
    .action(async (file: string, flags: RestoreFlags) => {
      const { restoreCommand } = await import('./restore.ts');
      done(await restoreCommand(file, flags));
    });
}

function addOthers(program: Command, done: Done): void {
  program
    .command('related')
    .description('Bring related posts up to date. serve and import do it by themselves.')
    .option('--rebuild', 'rank all of them anew')
    .addHelpText('after', '\nExample:\n  $ colophon related --rebuild')
    .action(async (flags: RelatedFlags) => {
      const { relatedCommand } = await import('./related.ts');
      done(await relatedCommand(flags));
    });
  program
    .command('migrate')
    .description('Bring the database up to date. serve and import do it by themselves.')
    .addHelpText('after', '\nExample:\n  $ DATABASE_URL=postgres://me@localhost/blog colophon migrate')
    .action(async () => {
      const { migrateCommand } = await import('./migrate.ts');
      done(await migrateCommand());
    });
  program
    .command('schema')
    .description('Print the graph in SDL.')
    .option('--write', 'write it to schema.graphql')
    .option('--check', 'fail when schema.graphql differs')
    .addHelpText('after', '\nExamples:\n  $ colophon schema > schema.graphql\n  $ colophon schema --check')
    .action(async (flags: SchemaFlags) => {
      const { schemaCommand } = await import('./schema.ts');
      done(await schemaCommand(flags));
    });
  program
    .command('version')
    .description('Print the version.')
    .addHelpText('after', '\nExample:\n  $ colophon version')
    .action(async () => {
      const { versionCommand } = await import('./version.ts');
      done(versionCommand());
    });
}
