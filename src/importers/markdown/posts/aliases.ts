import { normalisePath } from '../../../domain/permalink.ts';
import type { SourceDocument } from '../document.ts';
import { asList, asText } from '../../fields/values.ts';
import { foldKey } from '../fields/field-keys.ts';
import type { Flavour } from '../site/layout.ts';
import { contentFolder } from './path-parts.ts';

/**
 * The site paths that a post had before. Hugo's relative `aliases` are seen from the folder of the post
 * (gohugo.io/content-management/urls/#aliases), Zola's and Jekyll's `redirect_from` from the root.
 *
 * @param prefix what paths of the post's language begin with: "" or "/fr"
 */
export function aliasPaths(
  { fields }: SourceDocument,
  base: string,
  prefix: string,
  flavour: Flavour,
  siteUrl: string | null,
): string[] {
  const isHugo = flavour === 'other' && /^alias(?:es)?$/.test(foldKey(fields.keyOf('aliases')));
  const written = fields.get('aliases');
  const texts =
    typeof written === 'string'
      ? written.split(/[,\n]/)
      : asList(written).flatMap((item) => asText(item) ?? []);
  const paths = texts.flatMap((text) => {
    const alias = text.trim();
    const own = siteUrl !== null && alias.startsWith(`${siteUrl}/`) ? alias.slice(siteUrl.length) : alias;
    if (own === '' || /^[a-z][a-z\d+.-]*:/i.test(own) || own.startsWith('//') || /[{}*]/.test(own)) return [];
    return normalisePath(
      own.startsWith('/') || !isHugo ? `/${own}` : `${prefix}/${contentFolder(base)}/${own}`,
    );
  });
  return [...new Set(paths)].filter((path) => path !== '/');
}
