import { builder } from '../builder.ts';
import type { OrderKey } from '../domain/order.ts';
import { readOrder } from '../domain/order.ts';
import type { PageArguments } from '../domain/page.ts';
import { readPage } from '../domain/page.ts';
import type { PostFilter as PostFilterShape } from '../domain/post-filter.ts';
import { checkPostFilter } from '../domain/post-filter.ts';
import type { PostListRequest, PostOrderField } from '../loaders/post-list.ts';
import { newestPostFirst } from '../loaders/post-list.ts';
import type { LanguageArguments } from '../loaders/languages.ts';
import { loadWantedLanguages } from '../loaders/languages.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { languageArguments } from './language-arguments.ts';
import { PostFilter } from './post-filter.ts';
import { OrderDirection } from './scalars.ts';

const PostOrderFieldEnum = builder.enumType('PostOrderField', {
  description: 'What posts can be ordered by.',
  values: {
    PUBLISHED_AT: { description: 'The date of publication; a post without one counts as the oldest.' },
    UPDATED_AT: { description: 'The last change of content, else the date of publication.' },
    TITLE: { description: 'The title, without regard to case and accents.' },
    READING_TIME: { description: 'The minutes it takes to read.' },
    WORD_COUNT: { description: 'The words of the body.' },
  },
});

const PostOrder = builder.inputType('PostOrder', {
  description: 'One key of an order of posts.',
  fields: (t) => ({
    field: t.field({ type: PostOrderFieldEnum, required: true, description: 'What to order by.' }),
    direction: t.field({
      type: OrderDirection,
      defaultValue: 'ASC',
      required: true,
      description: 'Which end is first.',
    }),
  }),
});

/** What every list of posts takes, besides its page. */
export const postListArguments = builder.args((t) => ({
  ...languageArguments,
  filter: t.field({ type: PostFilter, description: 'Only these posts.' }),
  orderBy: t.field({
    type: [PostOrder],
    description: 'The first key counts most; equal posts are ordered by id. The newest first when absent.',
  }),
}));

interface PostListArguments extends PageArguments, LanguageArguments {
  readonly filter?: PostFilterShape | null | undefined;
  readonly orderBy?: readonly OrderKey<PostOrderField>[] | null | undefined;
}

/**
 * What a list of posts is asked for. Waits only when languages are wanted: for those that there are.
 *
 * @throws DomainError BAD_PAGE_SIZE, BAD_USER_INPUT
 */
export async function readPostList(scope: ReadScope, args: PostListArguments): Promise<PostListRequest> {
  if (args.filter != null) checkPostFilter(args.filter);
  return {
    page: readPage(args),
    order: readOrder(args.orderBy, newestPostFirst),
    filter: args.filter ?? null,
    languages: await loadWantedLanguages(scope, args),
  };
}
