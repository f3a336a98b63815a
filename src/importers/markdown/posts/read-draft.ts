import type { Json } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { SourceDocument } from '../document.ts';
import { foldKey } from '../fields/field-keys.ts';
import { languageTag } from '../fields/language-tag.ts';
import { asText } from '../../fields/values.ts';
import type { AuthorRegistry } from '../people/author-registry.ts';
import { postAuthors } from '../people/post-authors.ts';
import { seriesMentions } from '../series/series-mentions.ts';
import type { Flavour } from '../site/layout.ts';
import type { PathLanguage } from '../site/languages.ts';
import { categoryPaths } from '../../terms/category-tree.ts';
import type { CategoryTree } from '../../terms/category-tree.ts';
import type { TagRegistry } from '../../terms/tag-registry.ts';
import { writtenTerms } from '../terms/term-list.ts';
import { contentFolder, postName } from './path-parts.ts';
import type { PostDraft } from './post-draft.ts';
import { postDates } from './post-dates.ts';
import { wantedStatus } from './post-status.ts';
import { titledBody } from './title.ts';
import { writtenAddress } from './written-address.ts';
import type { AddressContext } from './written-address.ts';

/** What the reading of a post shares with the rest of the blog. */
export interface DraftContext extends AddressContext {
  readonly flavour: Flavour;
  readonly defaultLanguage: string;
  readonly languageOf: (path: string) => PathLanguage;
  /** Names of folders that are a post's categories, in Jekyll. */
  readonly categoryFolders: (path: string) => readonly string[];
  /** Tags that mean nothing: Eleventy's collections. */
  readonly ignoredTags: ReadonlySet<string>;
  readonly authors: AuthorRegistry;
  readonly tags: TagRegistry;
  readonly categories: CategoryTree;
  readonly problems: ProblemList;
}

/** Reads everything that a post's own file says, apart from its cover and its references to others. */
export function readDraft(document: SourceDocument, context: DraftContext): PostDraft {
  const { file } = document;
  const { problems, flavour } = context;
  const fromPath = context.languageOf(file);
  const name = postName(file, (path) => context.languageOf(path).base);
  const { title, body } = titledBody(document, name);
  const wanted = wantedStatus(document, problems);
  const { publishedAt, updatedAt } = postDates(document, problems);
  const { keys: authors, byline } = postAuthors(document, 'authors', publishedAt, context.authors, problems);
  const language = languageOf(document, problems) ?? fromPath.language ?? context.defaultLanguage;
  const categories = readCategories(document, context);
  const section = contentFolder(fromPath.base);
  const tokens = {
    title: name,
    filename: name,
    date: publishedAt,
    categories,
    section,
    language,
    path: file,
  };
  return {
    document,
    key: file,
    language,
    base: fromPath.base,
    title,
    body,
    wanted,
    publishedAt,
    updatedAt,
    authors,
    tags: readTags(document, context, flavour),
    categories,
    series: seriesMentions(document),
    address: writtenAddress(document, name, tokens, context),
    notes: byline === null ? {} : { byline },
  };
}

/** The language of the front matter; one that is not known is told, and kept as metadata. */
function languageOf({ file, fields }: SourceDocument, problems: ProblemList): string | null {
  const text = asText(fields.get('language'));
  if (text === null) return null;
  const tag = languageTag(text);
  if (tag === null) {
    const why = 'It is not a language tag such as "en" or "pt-BR".';
    const what = `unknown language "${text.slice(0, 60)}"`;
    problems.warn(file, fields.lineOf('language'), { what, why, todo: 'Correct it.' });
    fields.putBack('language');
  }
  return tag;
}

function readTags({ fields }: SourceDocument, context: DraftContext, flavour: Flavour): string[] {
  const isPlural = foldKey(fields.keyOf('tags')).endsWith('s');
  const terms = writtenTerms(fields.get('tags'), flavour, isPlural);
  const kept = terms.filter(({ name }) => name !== '' && !context.ignoredTags.has(name.toLowerCase()));
  return [...new Set(kept.map((term) => context.tags.mention(term)))];
}

function readCategories({ file, fields }: SourceDocument, context: DraftContext): string[] {
  const isPlural = foldKey(fields.keyOf('categories')).endsWith('s');
  const split = (text: Json): string[] =>
    writtenTerms(text, context.flavour, isPlural).map(({ name }) => name);
  const written = categoryPaths(fields.get('categories'), context.flavour === 'hexo', split);
  const folders = context.categoryFolders(file).map((folder) => [folder]);
  return [
    ...new Set(
      [...folders, ...written]
        .filter((path) => path.length > 0)
        .map((path) => context.categories.mention(path)),
    ),
  ];
}
