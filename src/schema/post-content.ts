import { builder } from '../builder.ts';
import { load } from '../loaders/loader.ts';
import { bodiesByPost } from '../loaders/posts.ts';
import { excerptArguments, readExcerpt } from './excerpt.ts';
import { Image, loadImage } from './image.ts';
import { Post } from './post.ts';
import { PostBody } from './post-body.ts';

// What a reader sees of a post, in short and in full.
builder.prismaObjectFields(Post, (t) => ({
  excerpt: t.string({
    description: 'Its beginning, or the summary its author wrote, cut between words. Plain text.',
    args: excerptArguments,
    resolve: ({ excerptText, language }, { length }) => readExcerpt(excerptText, length, language),
  }),
  body: t.field({
    type: PostBody,
    description: 'Its text. Read only when asked for.',
    complexity: 3,
    resolve: async (post, _args, scope) => {
      const [body] = await load(scope, bodiesByPost, post.id);
      return (
        body ?? { postId: post.id, markdown: '', summary: null, images: {}, html: '', text: '', toc: [] }
      );
    },
  }),
  coverImage: t.field({
    type: Image,
    nullable: true,
    description: 'The picture at its head.',
    resolve: ({ coverImageId, coverAlt, coverCaption }, _args, scope) =>
      loadImage(scope, coverImageId, { alt: coverAlt, caption: coverCaption }),
  }),
}));
