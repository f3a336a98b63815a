import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ProblemList } from '../../problem-list.ts';
import { Folder } from './folder.ts';
import type { FolderFile } from './folder.ts';
import { isMarkdown } from './file-kinds.ts';

/** More than any blog has; a walk that finds more was pointed at something else. */
const maxFiles = 200_000;
const maxDepth = 40;

/** Files of Material for MkDocs that are content, whatever their names begin with. */
const contentDotFile = /^\.(?:authors|meta)\.ya?ml$/;

/** Folders of generators that say what the site is called. */
const configFolders = new Set(['.vitepress', '.vuepress']);
const configFile = /^config\.[cm]?[jt]s$/;

/** Folders of tools and of what they build; nobody writes there. */
const toolFolders = new Set(['node_modules', 'bower_components', '_site', '__pycache__', 'target']);

/**
 * Lists a folder. Dot files and tools' folders are passed by; a link that leads out of the folder is a
 * problem, never followed. Files are in the order of their paths.
 *
 * @throws {Error} when the folder cannot be read, or holds more than 200,000 files
 */
export async function walk(folder: string, problems: ProblemList): Promise<Folder> {
  const root = await realpath(folder);
  const found: FolderFile[] = [];
  const visit = async (path: string, depth: number): Promise<void> => {
    if (depth > maxDepth) {
      problems.error(path, null, {
        what: 'folders are nested too deeply',
        why: `The import reads ${maxDepth} levels.`,
        todo: 'Move the folder up.',
      });
      return;
    }
    for (const entry of await readdir(join(root, path), { withFileTypes: true })) {
      if (isPassedBy(entry.name, path)) continue;
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!toolFolders.has(entry.name)) await visit(child, depth + 1);
      } else {
        const file = await fileOf(root, child, entry, problems);
        if (file) found.push(file);
        if (found.length > maxFiles) throw new Error(`${folder} holds more than ${maxFiles} files`);
      }
    }
  };
  await visit('', 0);
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  return new Folder(root, new Map(found.map((file) => [file.path, file])));
}

function isPassedBy(name: string, folder: string): boolean {
  if (configFolders.has(folder.slice(folder.lastIndexOf('/') + 1))) return !configFile.test(name);
  return name.startsWith('.') && !contentDotFile.test(name) && !configFolders.has(name);
}

async function fileOf(
  root: string,
  path: string,
  entry: Dirent,
  problems: ProblemList,
): Promise<FolderFile | null> {
  const absolute = join(root, path);
  if (entry.isFile()) return { path, realPath: absolute, byteSize: (await lstat(absolute)).size };
  return entry.isSymbolicLink() ? linkedFile(root, path, problems) : null;
}

async function linkedFile(root: string, path: string, problems: ProblemList): Promise<FolderFile | null> {
  const target = await realpath(join(root, path)).catch(() => null);
  if (target?.startsWith(root + sep) !== true) {
    const complaint = {
      what: target === null ? 'a link that leads nowhere' : 'a link that leads out of the folder',
      why: 'Only files inside the folder are read.',
      todo: 'Put a copy of the file there instead.',
    };
    if (isMarkdown(path)) problems.error(path, null, complaint);
    else problems.warn(path, null, complaint);
    return null;
  }
  const status = await stat(target);
  // A linked folder is inside this one, so its files are met at their own place.
  if (
    !status.isFile() ||
    relative(root, target)
      .split(sep)
      .some((part) => part.startsWith('.'))
  )
    return null;
  return { path, realPath: target, byteSize: status.size };
}
