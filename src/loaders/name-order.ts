import type { OrderKey } from '../domain/order.ts';
import type { ListRequest } from './child-list.ts';
import type { SortFields } from './sort-fields.ts';

/** How tags, authors and categories can be ordered. */
export type NameOrderField = 'NAME' | 'POST_COUNT';

/** A list without a filter. */
export interface OrderedRequest<Field extends string> extends ListRequest {
  readonly order: readonly OrderKey<Field>[];
}

/** How tags, authors and categories come when nobody says. */
export const byName: OrderKey<NameOrderField> = { field: 'NAME', direction: 'ASC' };

/** The columns of tags and authors. */
export const nameFields: SortFields<NameOrderField> = {
  NAME: { name: 'sortName', type: 'text' },
  POST_COUNT: { name: 'postCount', type: 'integer' },
};
