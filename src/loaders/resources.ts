import { visibleResource } from '../db/visible.ts';
import type { Resource } from '../generated/prisma/client.ts';
import { defineLookup } from './lookup.ts';

const table = { table: 'Resource', visible: visibleResource };

export const resourceById = defineLookup<Resource>({ ...table, name: 'resourceById', column: 'id' });
export const resourceBySlug = defineLookup<Resource>({ ...table, name: 'resourceBySlug', column: 'slug' });
export const resourceByPath = defineLookup<Resource>({ ...table, name: 'resourceByPath', column: 'path' });
