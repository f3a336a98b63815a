import { builder } from '../builder.ts';
import { authorSeo } from '../loaders/seo/author-seo.ts';
import { postSeo } from '../loaders/seo/post-seo.ts';
import { resourceSeo } from '../loaders/seo/resource-seo.ts';
import { seriesSeo } from '../loaders/seo/series-seo.ts';
import { siteSeo } from '../loaders/seo/site-seo.ts';
import { categorySeo, tagSeo } from '../loaders/seo/term-seo.ts';
import { Author } from './author.ts';
import { Category } from './category.ts';
import { Post } from './post.ts';
import { Resource } from './resource.ts';
import { Seo } from './seo.ts';
import { Series } from './series.ts';
import { Site } from './site.ts';
import { Tag } from './tag.ts';

// Whatever has a page of its own.
const description = 'What search engines and cards are told of its page.';

builder.prismaObjectField(Post, 'seo', (t) =>
  t.field({ type: Seo, description, resolve: (post, _args, scope) => postSeo(scope, post) }),
);

builder.prismaObjectField(Series, 'seo', (t) =>
  t.field({ type: Seo, description, resolve: (series, _args, scope) => seriesSeo(scope, series) }),
);

builder.prismaObjectField(Author, 'seo', (t) =>
  t.field({ type: Seo, description, resolve: (author, _args, scope) => authorSeo(scope, author) }),
);

builder.prismaObjectField(Tag, 'seo', (t) =>
  t.field({ type: Seo, description, resolve: (tag, _args, scope) => tagSeo(scope, tag) }),
);

builder.prismaObjectField(Category, 'seo', (t) =>
  t.field({ type: Seo, description, resolve: (category, _args, scope) => categorySeo(scope, category) }),
);

builder.prismaObjectField(Resource, 'seo', (t) =>
  t.field({ type: Seo, description, resolve: (resource, _args, scope) => resourceSeo(scope, resource) }),
);

builder.prismaObjectField(Site, 'seo', (t) =>
  t.field({
    type: Seo,
    description: 'What search engines and cards are told of its home.',
    resolve: (_site, _args, scope) => siteSeo(scope),
  }),
);
