import { builder } from '../builder.ts';
import { speakersByResource } from '../loaders/authors.ts';
import { load } from '../loaders/loader.ts';
import { tagsByResource } from '../loaders/tags.ts';
import { Author } from './author.ts';
import { Resource } from './resource.ts';
import { Tag } from './tag.ts';

// What a resource is about, and who speaks in it.
builder.prismaObjectFields(Resource, (t) => ({
  tags: t.field({
    type: [Tag],
    description: "Its topics, in its author's order.",
    resolve: async (resource, _args, scope) => [...(await load(scope, tagsByResource, resource.id))],
  }),
  speakers: t.field({
    type: [Author],
    description: 'Who speaks in it, or wrote it.',
    resolve: async (resource, _args, scope) => [...(await load(scope, speakersByResource, resource.id))],
  }),
}));
