import type { SkippedFile } from '../../domain/blog-record.ts';
import type { ProblemList } from '../problem-list.ts';
import { readDocument } from './document.ts';
import type { SourceDocument, Unreadable } from './document.ts';
import type { Folder } from './files/folder.ts';
import { roleByPath, roleOf } from './posts/classify.ts';
import type { FileRole } from './posts/classify.ts';
import { defaultsFor, sectionDefaults } from './site/defaults.ts';
import type { FolderDefaults } from './site/defaults.ts';
import type { Layout } from './site/layout.ts';

/** A page about a term. */
export interface TermPage {
  readonly of: 'tag' | 'category' | 'series';
  readonly id: string;
  readonly document: SourceDocument;
}

/** The texts of a blog by what they are. */
export interface SortedFiles {
  readonly posts: readonly SourceDocument[];
  readonly sections: readonly SourceDocument[];
  readonly authors: readonly SourceDocument[];
  readonly resources: readonly SourceDocument[];
  readonly redirects: readonly SourceDocument[];
  readonly terms: readonly TermPage[];
  readonly skipped: readonly SkippedFile[];
}

/** How many files are read at once. */
const atOnce = 16;

/** Reads every text and tells what it is. Those of sections come first: they hand values down. */
export async function sortFiles(
  folder: Folder,
  texts: readonly string[],
  layout: Layout,
  defaults: readonly FolderDefaults[],
  problems: ProblemList,
  onProgress: (done: number, total: number) => void,
): Promise<SortedFiles> {
  const sorter = new Sorter(layout, problems);
  const roles = texts.map((file) => ({ file, role: roleByPath(file, layout) }));
  const early = roles.filter(({ role }) => role !== null && role.role !== 'skip');
  const late = roles.filter(({ role }) => role === null);
  for (const { file, role } of roles) if (role?.role === 'skip') sorter.skip(file, role.why);
  let done = texts.length - early.length - late.length;
  let inherited = defaults;
  for (const stage of [early, late]) {
    for (let at = 0; at < stage.length; at += atOnce) {
      const batch = stage.slice(at, at + atOnce);
      const read = await Promise.all(
        batch.map(({ file }) => readDocument(folder, file, problems, defaultsFor(file, inherited))),
      );
      batch.forEach(({ file, role }, index) => {
        const document = read[index];
        if (document) sorter.add(file, document, role);
      });
      done += batch.length;
      onProgress(done, texts.length);
    }
    inherited = [...defaults, ...sorter.sections.flatMap((section) => sectionDefaults(section) ?? [])];
  }
  return sorter;
}

class Sorter implements SortedFiles {
  readonly posts: SourceDocument[] = [];
  readonly sections: SourceDocument[] = [];
  readonly authors: SourceDocument[] = [];
  readonly resources: SourceDocument[] = [];
  readonly redirects: SourceDocument[] = [];
  readonly terms: TermPage[] = [];
  readonly skipped: SkippedFile[] = [];
  readonly #layout: Layout;
  readonly #problems: ProblemList;

  constructor(layout: Layout, problems: ProblemList) {
    this.#layout = layout;
    this.#problems = problems;
  }

  skip(file: string, why: string): void {
    this.skipped.push({ file, why });
  }

  add(file: string, document: SourceDocument | Unreadable, role: FileRole | null): void {
    if (!('fields' in document)) this.#addUnreadable(document);
    else this.#addAs(file, document, role ?? roleOf(document, this.#layout));
  }

  #addAs(file: string, document: SourceDocument, role: FileRole): void {
    switch (role.role) {
      case 'post':
        this.posts.push(document);
        break;
      case 'section':
        this.sections.push(document);
        this.skip(file, 'It is the page of a section.');
        break;
      case 'author':
        this.authors.push(document);
        break;
      case 'resource':
        this.resources.push(document);
        break;
      case 'redirect':
        this.redirects.push(document);
        break;
      case 'term':
        this.terms.push({ of: role.of, id: role.id, document });
        break;
      case 'skip':
        this.skip(file, role.why);
        break;
    }
  }

  /** An error if the file may be a post; a page that cannot be read would not go in anyway. */
  #addUnreadable({ file, line, what, why, todo }: Unreadable): void {
    if (this.#layout.hasPostFolders && this.#layout.postsRootOf(file) === null) {
      this.skip(file, `It stands outside the folders for posts, and could not be read: ${what}.`);
    } else this.#problems.error(file, line, { what, why, todo });
  }
}
