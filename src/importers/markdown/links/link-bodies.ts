import type { RedirectRecord, ResourceRecord } from '../../../domain/blog-record.ts';
import type { SourceDocument } from '../document.ts';
import type { AddressedPost } from '../posts/post-draft.ts';
import type { PostIndex } from '../posts/post-index.ts';
import type { KnownFiles } from './known-files.ts';
import { LinkTargets } from './link-targets.ts';
import type { LinkSource } from './link-targets.ts';
import { ownUrls } from './own-urls.ts';
import { rewriteLinks } from '../../links/rewrite-links.ts';
import type { LinkedText } from '../../links/rewrite-links.ts';

/** A body with its links as they are now. */
export interface LinkedBody extends LinkSource, LinkedText {
  /** As it was before; the links stand in it. */
  readonly text: string;
  /** As it stands in its file, from this line on. */
  readonly body: string;
  readonly bodyLine: number;
}

/** A blog whose bodies are to be linked. */
export interface UnlinkedBlog {
  readonly posts: readonly AddressedPost[];
  readonly resources: readonly ResourceRecord[];
  readonly resourceFiles: readonly SourceDocument[];
  readonly redirects: readonly RedirectRecord[];
  readonly index: PostIndex;
  readonly files: KnownFiles;
  readonly siteUrl: string | null;
}

/** Posts and resources whose links to posts lead to their paths. */
export interface LinkedBlog extends UnlinkedBlog {
  readonly linked: readonly LinkedBody[];
  readonly targets: LinkTargets;
}

export function linkBodies(blog: UnlinkedBlog): LinkedBlog {
  const { siteUrl, redirects, resourceFiles } = blog;
  const targets = new LinkTargets({
    ...blog,
    ownUrls: ownUrls(blog.posts, siteUrl),
    redirects: new Map(redirects.map(({ path, target }) => [path, target])),
  });
  const linked: LinkedBody[] = [];
  const link = (source: LinkSource, text: string, document: SourceDocument | undefined): string => {
    const { key, path, language } = source;
    const linkedText = rewriteLinks(text, source, targets);
    const { body = text, bodyLine = 1 } = document ?? {};
    linked.push({ key, path, language, text, ...linkedText, body, bodyLine });
    return linkedText.markdown;
  };
  const documents = new Map(resourceFiles.map((document) => [document.file, document]));
  return {
    ...blog,
    posts: blog.posts.map((post) => ({ ...post, body: link(post, post.body, post.document) })),
    resources: blog.resources.map((resource) => ({
      ...resource,
      markdown: link(resource, resource.markdown, documents.get(resource.key)),
    })),
    linked,
    targets,
  };
}
