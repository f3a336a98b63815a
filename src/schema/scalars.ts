import { GraphQLDateTimeISO, GraphQLURL } from 'graphql-scalars';
import { builder } from '../builder.ts';

builder.addScalarType('DateTime', GraphQLDateTimeISO, {
  description:
    'An instant as ISO 8601 in UTC with milliseconds: 2026-03-01T09:30:00.000Z (RFC 3339, section 5.6).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
});

builder.addScalarType('URL', GraphQLURL, {
  description: 'An absolute address: https://example.com/blog/a-post (WHATWG URL).',
  specifiedByURL: 'https://url.spec.whatwg.org/',
});

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first.',
  values: {
    ASC: { description: 'The smallest, the oldest, A first.' },
    DESC: { description: 'The largest, the newest, Z first.' },
  },
});
