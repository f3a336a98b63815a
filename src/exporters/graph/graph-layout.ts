import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { textPieces } from '../../domain/text-pieces.ts';
import { sightOf } from '../../domain/visibility.ts';
import { outlineRedirects } from '../../loaders/archive/archived-redirects.ts';
import type { ReadScope } from '../../loaders/scope.ts';
import { schema } from '../../schema.ts';
import type { Layout } from '../archive/layout.ts';
import type { ExportRequest } from '../export-request.ts';
import { countLines, redirectLines, siteLine, typeLines } from './graph-lines.ts';
import { lineTypes } from './line-documents.ts';

/** JSON Lines of the graph: a file a type, a thing a line, as clients of the API know it. For others to load. */
export async function graphLayout(scope: ReadScope, { gzip }: ExportRequest): Promise<Layout> {
  const types = lineTypes(schema);
  const redirects = await outlineRedirects({ db: scope.db, sight: sightOf(scope.viewer) });
  const pathsOf = (isGone: boolean): string[] =>
    redirects.flatMap(({ path, gone }) => (gone === isGone ? [path] : []));
  const lines = new Map([
    ...types.map((type) => [type.list.replace(/List$/, ''), () => typeLines(scope, type)] as const),
    ['redirects', () => redirectLines(scope, 'Redirect', pathsOf(false))],
    ['gone', () => redirectLines(scope, 'Gone', pathsOf(true))],
    ['site', () => siteLine(scope)],
  ]);
  const fileOf = (name: string): string => `${name}.jsonl${gzip ? '.gz' : ''}`;
  return {
    files: [...lines.keys()].map(fileOf),
    steps: (await countLines(scope, types)) + redirects.length + 1,
    write: async (folder, step) => {
      for (const [name, linesOf] of lines) {
        const counted = stepping(linesOf(), step);
        await folder.write(fileOf(name), gzip ? packed(counted) : counted);
      }
    },
  };
}

async function* stepping(lines: AsyncIterable<string>, step: () => void): AsyncGenerator<string> {
  for await (const line of lines) {
    yield line;
    step();
  }
}

/** The same lines always give the same bytes: Node writes no time into them. */
function packed(lines: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  const gzip = createGzip({ level: 9 });
  const source = Readable.from(textPieces(lines));
  source.on('error', (error) => gzip.destroy(error));
  return source.pipe(gzip);
}
