import { builder } from '../builder.ts';
import { readPage } from '../domain/page.ts';
import { loadAll } from '../loaders/loader.ts';
import { notPicked } from '../loaders/picks.ts';
import type { RelatedPost } from '../loaders/related-posts.ts';
import { relatedByPost } from '../loaders/related-posts.ts';
import { tagById } from '../loaders/tags.ts';
import { childConnection } from './connection.ts';
import { Post } from './post.ts';
import { Tag } from './tag.ts';

const RelatedReasonKind = builder.enumType('RelatedReasonKind', {
  description: 'Why a post is related to another.',
  values: {
    PICKED: { description: 'An editor picked it.' },
    LINKED: { description: 'The text of one links to the other.' },
    SAME_SERIES: { description: 'They are parts of one series.' },
    SHARED_TAGS: { description: 'They have tags in common.' },
    SHARED_TERMS: { description: 'Their texts have words in common that few other posts have.' },
  },
});

interface Reason {
  readonly kind: typeof RelatedReasonKind.$inferType;
  readonly tagIds: readonly string[];
  readonly terms: readonly string[];
}

const RelatedReason = builder.objectRef<Reason>('RelatedReason').implement({
  description: 'A reason why a post is related to another.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RelatedReasonKind, description: 'What kind of reason.' }),
    tags: t.field({
      type: [Tag],
      description: 'The tags they share, the rarest first; empty for other kinds.',
      resolve: async ({ tagIds }, _args, scope) =>
        (await loadAll(scope, tagById, tagIds)).filter((tag) => tag !== null),
    }),
    terms: t.stringList({
      description:
        'Words, and pairs of words, that say most of what their texts share, the strongest first, at most five, in lower case and without accents; empty for other kinds.',
      resolve: ({ terms }) => [...terms],
    }),
  }),
});

const noDetails = { tagIds: [], terms: [] };

function reasonsOf(post: RelatedPost): Reason[] {
  const { pick, linked, sameSeries, sharedTagIds, sharedTerms } = post;
  return [
    ...(pick < notPicked ? [{ kind: 'PICKED' as const, ...noDetails }] : []),
    ...(linked ? [{ kind: 'LINKED' as const, ...noDetails }] : []),
    ...(sameSeries ? [{ kind: 'SAME_SERIES' as const, ...noDetails }] : []),
    ...(sharedTagIds.length > 0
      ? [{ kind: 'SHARED_TAGS' as const, ...noDetails, tagIds: sharedTagIds }]
      : []),
    ...(sharedTerms.length > 0 ? [{ kind: 'SHARED_TERMS' as const, ...noDetails, terms: sharedTerms }] : []),
  ];
}

const RelatedPostEdge = builder
  .objectRef<{ readonly cursor: string; readonly node: RelatedPost }>('RelatedPostEdge')
  .implement({
    description: 'A related post, and why it is one.',
    fields: (t) => ({
      node: t.field({ type: Post, description: 'The item.', complexity: 0, resolve: ({ node }) => node }),
      cursor: t.exposeString('cursor', {
        description: 'Place of this item in the list; stays good when the item is gone.',
      }),
      score: t.float({
        description:
          'How related they are: what their texts, tags, series and links share, the more the rarer, lifted where they came out near each other or are by the same authors. From 0 to about 4; compare it within one blog only. Picks come first whatever theirs is.',
        resolve: ({ node }) => node.score,
      }),
      reasons: t.field({
        type: [RelatedReason],
        description: 'Why they are related, the strongest reason first.',
        complexity: { field: 1, multiplier: 2 },
        resolve: ({ node }) => reasonsOf(node),
      }),
    }),
  });

const RelatedPostConnection = builder.connectionObject(
  { type: Post, name: 'RelatedPostConnection', description: 'A page of related posts.' },
  RelatedPostEdge,
);

builder.prismaObjectField(Post, 'related', (t) =>
  t.connection(
    {
      type: Post,
      description:
        "Posts worth reading next: an editor's picks in their order, then posts in its language, the most related first. Ranked when content changes; at most 40 beside the picks.",
      args: {
        excludeSeries: t.arg.boolean({
          defaultValue: false,
          required: true,
          description: 'Without posts of a series that it is in.',
        }),
      },
      resolve: (post, args, scope) => {
        const { excludeSeries } = args;
        return childConnection(scope, relatedByPost, post.id, { page: readPage(args), excludeSeries });
      },
    },
    RelatedPostConnection,
  ),
);
