import { builder } from '../builder.ts';
import { isSitePath } from '../domain/address.ts';
import type { Redirect as RedirectRow } from '../generated/prisma/client.ts';
import { load } from '../loaders/loader.ts';
import { postById } from '../loaders/posts.ts';
import type { ReadScope } from '../loaders/scope.ts';
import { loadWrittenUrl } from '../loaders/site.ts';
import { Post } from './post.ts';

async function loadTarget(scope: ReadScope, { postId, target }: RedirectRow): Promise<string | null> {
  return postId === null ? target : ((await load(scope, postById, postId))?.path ?? null);
}

export const Redirect = builder.prismaNode('Redirect', {
  description: 'A path that moved: answer a request for it with 301 and its url.',
  id: { field: 'path' },
  fields: (t) => ({
    path: t.exposeString('path', { description: 'The path that moved.' }),
    targetPath: t.string({
      nullable: true,
      description: 'The path where its content stands now; null when it left the site.',
      resolve: async (redirect, _args, scope) => {
        const target = await loadTarget(scope, redirect);
        return target !== null && isSitePath(target) ? target : null;
      },
    }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where its content stands now; null when that is no address.',
      resolve: async (redirect, _args, scope) => loadWrittenUrl(scope, await loadTarget(scope, redirect)),
    }),
    post: t.field({
      type: Post,
      nullable: true,
      description: 'The post it leads to; null when it leads to something else.',
      resolve: ({ postId }, _args, scope) => (postId === null ? null : load(scope, postById, postId)),
    }),
  }),
});

export const Gone = builder.prismaNode('Redirect', {
  variant: 'Gone',
  description: 'A path whose content was removed: answer a request for it with 410.',
  id: { field: 'path' },
  fields: (t) => ({
    path: t.exposeString('path', { description: 'The path that is gone.' }),
  }),
});
