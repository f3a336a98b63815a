import { readFileSync } from 'node:fs';

const manifest = new URL('../../package.json', import.meta.url);

/** The version of this program, as package.json says. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
  return version;
}

/** `colophon version` */
export function versionCommand(): number {
  console.log(`colophon ${readVersion()} (Node ${process.versions.node})`);
  return 0;
}
