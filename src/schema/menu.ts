import { builder } from '../builder.ts';
import { isSitePath } from '../domain/address.ts';
import type { MenuItemRecord } from '../domain/blog-record.ts';
import type { NamedMenu } from '../domain/site-content.ts';
import { loadWrittenUrl } from '../loaders/site.ts';

export const MenuPlace = builder.enumType('MenuPlace', {
  description: 'Where on the page a menu stands.',
  values: {
    HEADER: { description: 'At the head.' },
    FOOTER: { description: 'At the foot.' },
    SOCIAL: { description: 'Profiles elsewhere.' },
    SIDEBAR: { description: 'Beside the content.' },
  },
});

type Place = typeof MenuPlace.$inferType;

const places: ReadonlyMap<string, Place> = new Map([
  ['header', 'HEADER'],
  ['footer', 'FOOTER'],
  ['social', 'SOCIAL'],
  ['sidebar', 'SIDEBAR'],
]);

/** The place that a menu's name means; null when it means none. */
export function placeOfMenu({ name }: NamedMenu): Place | null {
  return places.get(name.toLowerCase()) ?? null;
}

const MenuItem = builder.objectRef<MenuItemRecord>('MenuItem');

MenuItem.implement({
  description: 'A line of a menu, perhaps with lines below it.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What it says.' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where it leads; null when it only holds others.',
      resolve: ({ url }, _args, scope) => loadWrittenUrl(scope, url),
    }),
    path: t.string({
      nullable: true,
      description: 'The same as a path, when it leads to a page of this site.',
      resolve: ({ url }) => (url !== null && isSitePath(url) ? url : null),
    }),
    children: t.field({
      type: [MenuItem],
      description: 'The lines below it.',
      resolve: ({ children }) => [...children],
    }),
  }),
});

export const Menu = builder.objectRef<NamedMenu>('Menu').implement({
  description: 'A menu of the site.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What the site calls it.' }),
    place: t.field({
      type: MenuPlace,
      nullable: true,
      description: 'Where it stands; null when its name says no place that is known.',
      resolve: (menu) => placeOfMenu(menu),
    }),
    items: t.field({
      type: [MenuItem],
      description: 'Its lines, in order.',
      resolve: ({ items }) => [...items],
    }),
  }),
});
