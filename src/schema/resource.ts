import { builder } from '../builder.ts';
import { rowIdOf } from '../domain/global-id.ts';
import { normalisePath } from '../domain/permalink.ts';
import { videoLink } from '../domain/seo/video-link.ts';
import { readLinks } from '../domain/site-content.ts';
import type { Resource as ResourceRow } from '../generated/prisma/client.ts';
import { load } from '../loaders/loader.ts';
import { resourceById, resourceByPath, resourceBySlug } from '../loaders/resources.ts';
import { loadPageUrl, loadWrittenUrl } from '../loaders/site.ts';
import { excerptArguments, readExcerpt } from './excerpt.ts';
import { Image, loadImage } from './image.ts';
import { Link } from './link.ts';
import { EventKind, ResourceKind } from './resource-kind.ts';

function embedUrlOf({ url, links }: ResourceRow): string | null {
  const addresses = [...(url === null ? [] : [url]), ...readLinks(links).map((link) => link.url)];
  return addresses.map((address) => videoLink(address)?.embedUrl).find((found) => found != null) ?? null;
}

export const Resource = builder.prismaNode('Resource', {
  description: 'Something that is not an article and belongs on the same page: a webinar, a video, an event.',
  id: { field: 'id' },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'URL-safe name, unique among resources.' }),
    title: t.exposeString('title', { description: 'Its title, as plain text.' }),
    kind: t.expose('kind', { type: ResourceKind, description: 'What it is.' }),
    eventKind: t.expose('eventKind', {
      type: EventKind,
      nullable: true,
      description: 'What sort of event it is; null when it is none.',
    }),
    path: t.exposeString('path', { description: 'Its page on the site, beginning with "/".' }),
    url: t.field({
      type: 'URL',
      description: 'Its page on the site.',
      resolve: (resource, _args, scope) => loadPageUrl(scope, resource.path),
    }),
    link: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where it is to be had: the recording, the download, the registration.',
      resolve: (resource, _args, scope) => loadWrittenUrl(scope, resource.url),
    }),
    links: t.field({
      type: [Link],
      description: 'Further places: slides, a recording, a download beside its link.',
      resolve: (resource) => readLinks(resource.links),
    }),
    embedUrl: t.field({
      type: 'URL',
      nullable: true,
      description: 'A player of it for a frame, when its link or one of its links leads to YouTube or Vimeo.',
      resolve: (resource) => embedUrlOf(resource),
    }),
    language: t.exposeString('language', { description: 'Its language, as a BCP 47 tag.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is about, as plain text.',
    }),
    excerpt: t.string({
      nullable: true,
      description: 'The beginning of that, cut between words.',
      args: excerptArguments,
      resolve: ({ description, language }, { length }) =>
        description === null ? null : readExcerpt(description, length, language),
    }),
    html: t.exposeString('html', { nullable: true, description: 'Its whole text as sanitised HTML.' }),
    startsAt: t.expose('startsAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it takes place, or was published.',
    }),
    endsAt: t.expose('endsAt', { type: 'DateTime', nullable: true, description: 'When it ends.' }),
    durationMinutes: t.exposeInt('durationMinutes', { nullable: true, description: 'How long it takes.' }),
    image: t.field({
      type: Image,
      nullable: true,
      description: 'A picture of it.',
      resolve: ({ imageId, imageAlt }, _args, scope) => loadImage(scope, imageId, { alt: imageAlt }),
    }),
  }),
});

export const ResourceConnection = builder.connectionObject(
  { type: Resource, name: 'ResourceConnection', description: 'A page of resources.' },
  { name: 'ResourceEdge', description: 'A resource in a list.' },
);

const ResourceBy = builder.inputType('ResourceBy', {
  description: 'Names one resource, in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    slug: t.string({ description: 'Its slug.' }),
    id: t.id({ description: 'Its global id.' }),
    path: t.string({ description: 'Its page on the site.' }),
  }),
});

builder.queryField('resource', (t) =>
  t.field({
    type: Resource,
    nullable: true,
    description: 'One resource; null when there is none.',
    args: { by: t.arg({ type: ResourceBy, required: true, description: 'Which one.' }) },
    resolve: (_root, { by }, scope) => {
      if (by.id != null) return load(scope, resourceById, rowIdOf('Resource', by.id));
      if (by.path != null) return load(scope, resourceByPath, normalisePath(by.path));
      return load(scope, resourceBySlug, by.slug);
    },
  }),
);
