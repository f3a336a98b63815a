import { builder } from '../builder.ts';
import { rowIdOf } from '../domain/global-id.ts';
import { readOrder } from '../domain/order.ts';
import { readPage } from '../domain/page.ts';
import { normalisePath } from '../domain/permalink.ts';
import { readLinks } from '../domain/site-content.ts';
import { authorById, authorByPath, authorBySlug, authorSource } from '../loaders/authors.ts';
import { load } from '../loaders/loader.ts';
import { byName } from '../loaders/name-order.ts';
import { loadPageUrl, loadWrittenUrl } from '../loaders/site.ts';
import { listConnection } from './connection.ts';
import { Image, loadImage } from './image.ts';
import { Link } from './link.ts';
import { NameOrder, nameOrderDescription } from './name-order.ts';
import { sharedPostCount } from './row-number.ts';

export const AuthorKind = builder.enumType('AuthorKind', {
  description: 'Whether an author is a person or a body of people.',
  values: {
    PERSON: { description: 'A person.' },
    ORGANISATION: { description: 'A team, a company, an institution.' },
  },
});

export const Author = builder.prismaNode('Author', {
  description: 'Somebody who writes posts or speaks in resources.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'URL-safe name, unique among authors.' }),
    name: t.exposeString('name', { description: 'As it is printed.' }),
    kind: t.expose('kind', { type: AuthorKind, description: 'A person or an organisation.' }),
    path: t.exposeString('path', { description: 'Their page on the site, beginning with "/".' }),
    url: t.field({
      type: 'URL',
      description: 'Their page on the site.',
      resolve: (author, _args, scope) => loadPageUrl(scope, author.path),
    }),
    role: t.exposeString('role', { nullable: true, description: 'What they do: "Staff engineer".' }),
    bio: t.exposeString('bio', { nullable: true, description: 'Who they are, as they wrote it.' }),
    website: t.field({
      type: 'URL',
      nullable: true,
      description: 'A page of their own, elsewhere.',
      resolve: (author, _args, scope) => loadWrittenUrl(scope, author.url),
    }),
    avatar: t.field({
      type: Image,
      nullable: true,
      description: 'A picture of them.',
      resolve: (author, _args, scope) => loadImage(scope, author.avatarId, { alt: author.name }),
    }),
    links: t.field({
      type: [Link],
      description: 'Their profiles elsewhere.',
      resolve: (author) => readLinks(author.links),
    }),
    postCount: t.exposeInt('postCount', { description: 'How many public posts they wrote.' }),
  }),
});

export const AuthorConnection = builder.connectionObject(
  { type: Author, name: 'AuthorConnection', description: 'A page of authors.' },
  {
    name: 'AuthorEdge',
    description: 'An author in a list.',
    fields: (t) => ({
      sharedPostCount: t.int(sharedPostCount),
    }),
  },
);

const AuthorBy = builder.inputType('AuthorBy', {
  description: 'Names one author, in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    slug: t.string({ description: 'Their slug.' }),
    id: t.id({ description: 'Their global id.' }),
    path: t.string({ description: 'Their page on the site.' }),
  }),
});

builder.queryFields((t) => ({
  author: t.field({
    type: Author,
    nullable: true,
    description: 'One author; null when there is none.',
    args: { by: t.arg({ type: AuthorBy, required: true, description: 'Which one.' }) },
    resolve: (_root, { by }, scope) => {
      if (by.id != null) return load(scope, authorById, rowIdOf('Author', by.id));
      if (by.path != null) return load(scope, authorByPath, normalisePath(by.path));
      return load(scope, authorBySlug, by.slug);
    },
  }),
  authors: t.connection(
    {
      type: Author,
      description: 'All authors.',
      args: { orderBy: t.arg({ type: [NameOrder], description: nameOrderDescription }) },
      resolve: (_root, args, scope) => {
        const request = { page: readPage(args), order: readOrder(args.orderBy, byName) };
        return listConnection(scope, authorSource(scope, request), request.page);
      },
    },
    AuthorConnection,
  ),
}));
