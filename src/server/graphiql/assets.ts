import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';

/** A file of the GraphiQL page. */
export interface Asset {
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
  /** Compressed at the first call, then kept. */
  gzipped(): Promise<Buffer<ArrayBuffer>>;
}

/** The files of the GraphiQL page, and where each stands. */
export interface Assets {
  /** By path; the path holds a hash of the bytes, so that a browser may keep a file for ever. */
  readonly files: ReadonlyMap<string, Asset>;
  readonly paths: Readonly<Record<AssetName, string>>;
}

type AssetName = 'js' | 'css' | 'editorWorkerService' | 'jsonWorker' | 'graphqlWorker' | 'boot' | 'icon';

/** The texts that @graphql-yoga/render-graphiql pastes into its page: 9 MB in one answer, never cached. */
const bundleShape = z.object({
  js: z.string(),
  css: z.string(),
  editorWorkerService: z.string(),
  jsonWorker: z.string(),
  graphqlWorker: z.string(),
});

const script = 'text/javascript; charset=utf-8';
const compress = promisify(gzip);

let loaded: Promise<Assets> | undefined;

/** Loads the files when a page is first asked for: most processes never show one. */
export function loadAssets(): Promise<Assets> {
  return (loaded ??= readAssets());
}

async function readAssets(): Promise<Assets> {
  // The package exports only its renderer; the texts stand beside it.
  const place = new URL('graphiql.js', import.meta.resolve('@graphql-yoga/render-graphiql'));
  const bundle = bundleShape.parse(await import(place.href));
  const boot = await readFile(new URL('boot.js', import.meta.url), 'utf8');
  const icon = await readFile(new URL('icon.svg', import.meta.url), 'utf8');
  const files = new Map<string, Asset>();
  const add = (name: string, type: string, text: string): string => {
    const bytes = Buffer.from(text, 'utf8');
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const path = `/graphql/assets/${name.replace('.', `.${hash}.`)}`;
    files.set(path, createAsset(type, bytes));
    return path;
  };
  return {
    files,
    paths: {
      js: add('graphiql.js', script, bundle.js),
      css: add('graphiql.css', 'text/css; charset=utf-8', bundle.css),
      editorWorkerService: add('editor-worker.js', script, bundle.editorWorkerService),
      jsonWorker: add('json-worker.js', script, bundle.jsonWorker),
      graphqlWorker: add('graphql-worker.js', script, bundle.graphqlWorker),
      boot: add('boot.js', script, boot),
      icon: add('icon.svg', 'image/svg+xml', icon),
    },
  };
}

function createAsset(type: string, bytes: Buffer<ArrayBuffer>): Asset {
  let small: Promise<Buffer<ArrayBuffer>> | undefined;
  return { type, bytes, gzipped: () => (small ??= compress(bytes)) };
}
