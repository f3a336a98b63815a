import { builder } from '../builder.ts';
import { OrderDirection } from './scalars.ts';

const NameOrderFieldEnum = builder.enumType('NameOrderField', {
  description: 'What tags, authors and categories can be ordered by.',
  values: {
    NAME: { description: 'The name, without regard to case and accents.' },
    POST_COUNT: { description: 'How many public posts it has; a category counts those below it.' },
  },
});

export const NameOrder = builder.inputType('NameOrder', {
  description: 'One key of an order of tags, authors or categories.',
  fields: (t) => ({
    field: t.field({ type: NameOrderFieldEnum, required: true, description: 'What to order by.' }),
    direction: t.field({
      type: OrderDirection,
      defaultValue: 'ASC',
      required: true,
      description: 'Which end is first.',
    }),
  }),
});

/** Says so in descriptions. */
export const nameOrderDescription =
  'The first key counts most; equal items are ordered by id. By name when absent.';
