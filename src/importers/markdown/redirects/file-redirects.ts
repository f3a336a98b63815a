import type { SourceDocument } from '../document.ts';
import { asText } from '../../fields/values.ts';
import { folderOf } from '../files/folder.ts';
import { aliasPaths } from '../posts/aliases.ts';
import { postName } from '../posts/path-parts.ts';
import { slugOf } from '../posts/written-address.ts';
import type { DraftContext } from '../posts/read-draft.ts';
import type { Layout } from '../site/layout.ts';
import type { WrittenRedirect } from './redirect-sources.ts';

/**
 * Files that hold nothing but a redirect. They redirect the path they would have as a post, or, outside the
 * folders for posts, as a page; one that they write down goes before.
 */
export function fileRedirects(
  documents: readonly SourceDocument[],
  layout: Layout,
  context: DraftContext,
): WrittenRedirect[] {
  return documents.flatMap((document) => {
    const { file, fields } = document;
    const line = fields.lineOf('redirect');
    const to = asText(fields.get('redirect')) ?? '';
    const { base } = context.languageOf(file);
    const written = asText(fields.get('permalink'));
    const aliases = aliasPaths(document, base, '', context.flavour, context.siteUrl);
    const own = written ?? (aliases.length > 0 ? null : ownPath(file, layout, context));
    return [...(own === null ? [] : [own]), ...aliases].map((from) => ({ file, line, from, to }));
  });
}

function ownPath(
  file: string,
  layout: Layout,
  { languageOf, flavour, base, defaultLanguage }: DraftContext,
): string {
  const { language, base: bare } = languageOf(file);
  const slug = slugOf(
    postName(file, (path) => languageOf(path).base),
    flavour,
  );
  const prefix = language === null || language === defaultLanguage ? '' : `/${language.toLowerCase()}`;
  if (layout.postsRootOf(file) !== null || !layout.hasPostFolders) return `${prefix}${base}/${slug}`;
  const folder = folderOf(bare)
    .replace(/^(?:.*\/)?(?:content|_content|source|src)(?=\/|$)/, '')
    .replace(/^\/?_?pages(?=\/|$)/, '');
  return `${prefix}/${folder}/${slug}`;
}
