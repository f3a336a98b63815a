import { languageTag } from '../../markdown/fields/language-tag.ts';
import type { ForeignBlog, ForeignPost, ForeignSite } from '../../foreign/foreign-blog.ts';
import type { Spool } from '../../../spool/spool.ts';
import type { ProblemList } from '../../problem-list.ts';
import { htmlLine } from '../../text/html-line.ts';
import { UniqueNames } from '../../text/unique-names.ts';
import type { WxrExport } from '../export/collect-export.ts';
import { ownText, type WxrItem } from '../export/wxr-item.ts';
import { lacksCover } from './cover.ts';
import { foreignCategories, foreignSeries, foreignTags } from './foreign-terms.ts';
import { otherItems } from './other-items.ts';
import { People } from './people.ts';
import { excerptHtml, postBody } from './post-body.ts';
import type { PostContext } from './post-context.ts';
import { postStatus } from './post-status.ts';
import type { Tally } from './problem-sorts.ts';
import { canonicalOf } from './seo-fields.ts';
import { termKind } from './taxonomies.ts';
import { TermIndex } from './term-index.ts';
import { WordpressPost } from './wordpress-post.ts';

export interface ReadPostsOptions {
  readonly source: string;
  /** Of the first file, for messages about the whole. */
  readonly file: string;
  readonly spool: Spool;
  readonly problems: ProblemList;
  /** Told when the bodies were read, which tell of themselves. */
  readonly tally: Tally;
}

/** The blog that an export tells of. Texts stay in the temporary file until they are asked for. */
export function readPosts(found: WxrExport, options: ReadPostsOptions): ForeignBlog {
  const { source, file, problems } = options;
  const context = contextOf(found, options);
  const posts = postsOf(found, context, options.tally);
  const { site, terms, people } = context;
  return {
    source,
    site: siteOf(found, context),
    authors: people.writers(),
    tags: foreignTags(terms, site),
    categories: foreignCategories(terms, site, problems, file),
    series: foreignSeries(terms, site),
    posts,
    redirects: [],
    skipped: otherItems(found.others, options.tally),
    ...(found.incomplete ? { incomplete: true } : {}),
  };
}

function contextOf(found: WxrExport, { spool, tally }: ReadPostsOptions): PostContext {
  const { site, attachments, sharedBlocks } = found;
  const attachment = attachments.find.bind(attachments);
  const sources = {
    attachment,
    uploadedWith: attachments.uploadedWith.bind(attachments),
    sharedBlock: (id: string) => {
      const place = sharedBlocks.get(id);
      return place && spool.read(place);
    },
  };
  return {
    site: site.url,
    siteName: site.title,
    tagline: site.description,
    language: languageTag(site.language),
    people: new People(found.authors, found.guests, site.url, (id) => attachment(id)?.url ?? null),
    terms: new TermIndex(found.terms),
    item: found.item,
    attachment,
    excerptOf: (excerpt) => excerptHtml(excerpt, sources),
    bodyOf: (item) =>
      postBody(item, spool.read(item.content), sources, {
        onUnknown: (mark) => {
          tally.addPart('part', mark, postName(item), item.content.offset);
        },
        onMissing: (what) => {
          tally.addPart('missing', what, postName(item), item.content.offset);
        },
      }),
  };
}

function siteOf({ site }: WxrExport, { language }: PostContext): ForeignSite | null {
  const host = URL.parse(site.url)?.host ?? '';
  const name = site.title || host;
  if (name === '') return null;
  return { name, url: site.url || null, tagline: site.description || null, description: null, language };
}

/** Every post once, in the order of the export, with what is to be told of it. */
function postsOf(found: WxrExport, context: PostContext, tally: Tally): ForeignPost[] {
  const keys = new UniqueNames();
  return found.items.map((place) => {
    const item = found.item(place);
    note(item, context, tally);
    const key = keys.claim(`${item.type}/${item.id ?? (item.slug || item.line)}`);
    return new WordpressPost(place, item, ownText(key), context);
  });
}

function note(item: WxrItem, context: PostContext, tally: Tally): void {
  const name = postName(item);
  const { because } = postStatus(item);
  if (because !== null) tally.add(because, name, because === 'status' ? item.status.slice(0, 40) : '');
  for (const term of item.terms) {
    const kind = termKind(term.taxonomy);
    if (kind === 'category' || kind === 'tag' || kind === 'series') context.terms.mention(term);
  }
  const own = item.terms.filter(({ taxonomy }) => termKind(taxonomy) === 'other');
  for (const taxonomy of new Set(own.map((term) => term.taxonomy)))
    tally.add('taxonomy', name, taxonomy.slice(0, 40));
  context.people.note(item);
  if (lacksCover(item, context.attachment)) tally.add('no-image', name);
  if (canonicalOf(item, context.site).isOwn) tally.add('own-canonical', name);
}

/** A post as a person knows it. */
export function postName({ title, slug, id }: WxrItem): string {
  const name = htmlLine(title) || slug || `post ${id ?? 'without a title'}`;
  return `“${name.length > 60 ? `${name.slice(0, 59)}…` : name}”`;
}
