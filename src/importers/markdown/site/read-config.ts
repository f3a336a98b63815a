import type { ProblemList } from '../../problem-list.ts';
import { extensionOf, folderOf, nameOf, stemOf } from '../files/folder.ts';
import type { Folder } from '../files/folder.ts';
import { decodeText } from '../files/read-text.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { codeConfig, isAstroConfig, isCodeConfig } from './code-config.ts';
import { readDataFile } from './data-file.ts';
import { docusaurusConfig, hugoConfig, jekyllConfig } from './generator-config.ts';
import { plainConfig, pythonConfig } from './other-configs.ts';
import { nativeConfig } from './native-config.ts';
import { configLanguage, noConfig, siteOf } from './site-config.ts';
import type { SiteConfig } from './site-config.ts';

/** A configuration deeper down belongs to something else. */
const maxDepth = 3;

/** A configuration as it was found. */
export interface FoundConfig extends SiteConfig {
  readonly file: string | null;
  /** The imported folder holds a generator's configuration, so it is a whole site. */
  readonly isSite: boolean;
}

const dataNames = /\.(?:ya?ml|toml|json)$/;

/** Kinds of configuration, the most telling first. */
const kinds: readonly { readonly is: (path: string) => boolean; readonly generator: boolean }[] = [
  { is: (path) => stemOf(path) === 'site' && dataNames.test(path) && !inDataFolder(path), generator: false },
  { is: (path) => /^(?:hugo|zola)\.(?:ya?ml|toml|json)$/.test(nameOf(path)), generator: true },
  { is: (path) => /^_config\.(?:ya?ml|toml)$/.test(nameOf(path)), generator: true },
  { is: (path) => /^docusaurus\.config\.(?:js|mjs|cjs|ts)$/.test(nameOf(path)), generator: true },
  {
    is: (path) =>
      /^(?:mkdocs\.ya?ml|_quarto\.ya?ml|(?:pelican|publish)?conf\.py|gatsby-config\.[cm]?[jt]s)$/.test(
        nameOf(path),
      ),
    generator: true,
  },
  { is: (path) => /^config\.(?:ya?ml|toml|json)$/.test(nameOf(path)), generator: true },
  { is: (path) => /(?:^|\/)config\/_default\/(?:hugo|config)\.\w+$/.test(path), generator: true },
  {
    is: (path) => /^(?:site|metadata)\.(?:ya?ml|toml|json)$/.test(nameOf(path)) && inDataFolder(path),
    generator: false,
  },
  { is: isCodeConfig, generator: false },
];

function inDataFolder(path: string): boolean {
  return /^_?data$/.test(nameOf(folderOf(path)));
}

/** Reads what the site says of itself: the most telling configuration, the one nearest to the top. */
export async function readConfig(folder: Folder, problems: ProblemList): Promise<FoundConfig> {
  const paths = [...folder.files.keys()].filter((path) => path.split('/').length <= maxDepth + 1);
  const isSite = kinds.some(
    ({ is, generator }) => generator && paths.some((path) => !path.includes('/') && is(path)),
  );
  for (const { is } of kinds) {
    for (const file of paths.filter(is).sort((a, b) => a.split('/').length - b.split('/').length)) {
      const config = await configOf(folder, file, problems);
      if (config) return { ...config, file, isSite };
    }
  }
  return { ...noConfig, file: null, isSite };
}

async function configOf(folder: Folder, file: string, problems: ProblemList): Promise<SiteConfig | null> {
  if (/^(?:[cm]?[jt]s|py)$/.test(extensionOf(file))) {
    const source = await sourceOf(folder, file);
    if (isCodeConfig(file)) return codeConfig(source);
    return (extensionOf(file) === 'py' ? pythonConfig : docusaurusConfig)(source);
  }
  const data = asObject(await readDataFile(folder, file, problems));
  if (!data) return null;
  if (stemOf(file) === 'mkdocs' || stemOf(file) === '_quarto') return plainConfig(data);
  if (stemOf(file) === '_config') return jekyllConfig(data);
  if (stemOf(file) === 'site' && !inDataFolder(file)) return nativeConfig(file, data, problems);
  if (inDataFolder(file)) return { ...noConfig, site: siteOf(data), defaultLanguage: configLanguage(data) };
  return isHugo(data) ? hugoConfig(await withParts(folder, file, data, problems)) : null;
}

/**
 * What Pelican publishes with (`publishconf.py`, which has the address) goes before what it previews with; behind what
 * an Astro blog says of itself goes what Astro is told, which has the address too.
 */
async function sourceOf(folder: Folder, file: string): Promise<string> {
  const publishing = file.replace(/(^|\/)pelicanconf\.py$/, '$1publishconf.py');
  const first = publishing !== file && folder.has(publishing) ? [publishing] : [];
  const root = file.replace(/(?:^|\/)src\/.*$/, '');
  const isOfAstro = (path: string): boolean => isAstroConfig(path) && folderOf(path) === root;
  const last = isCodeConfig(file) ? [...folder.files.keys()].filter(isOfAstro) : [];
  const files = [...first, file, ...last];
  const texts: string[] = [];
  for (const path of files) texts.push(decodeText(await folder.read(path, 1_000_000))?.text ?? '');
  return texts.join('\n');
}

/** "config.yml" is a name of many things. */
function isHugo(data: JsonObject): boolean {
  return ['baseURL', 'baseurl', 'base_url', 'title', 'languageCode', 'permalinks', 'taxonomies'].some(
    (key) => key in data,
  );
}

/** Hugo's configuration may be spread over `config/_default/languages.toml` and `permalinks.toml`. */
async function withParts(
  folder: Folder,
  file: string,
  data: JsonObject,
  problems: ProblemList,
): Promise<JsonObject> {
  const whole: JsonObject = { ...data };
  for (const part of ['languages', 'permalinks', 'params']) {
    const path = `${folderOf(file)}/${part}.${extensionOf(file)}`;
    if (folder.has(path) && !(part in whole)) whole[part] = await readDataFile(folder, path, problems);
  }
  return whole;
}
