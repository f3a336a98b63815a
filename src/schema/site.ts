import { builder } from '../builder.ts';
import { contentVersion } from '../db/change-log.ts';
import type {
  Announcement as AnnouncementShape,
  CallToAction as CallToActionShape,
  SiteLanguage as SiteLanguageShape,
} from '../domain/site-content.ts';
import { readAnnouncements, readCallsToAction, readMenus } from '../domain/site-content.ts';
import { loadSite, loadSiteOrigin, loadWrittenUrl } from '../loaders/site.ts';
import { loadSiteLanguages } from '../loaders/site-languages.ts';
import { Menu, MenuPlace, placeOfMenu } from './menu.ts';

const SiteLanguage = builder.objectRef<SiteLanguageShape>('SiteLanguage').implement({
  description: 'A language of the site.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'BCP 47 tag.' }),
    name: t.exposeString('name', { description: 'Its name, in itself.' }),
    available: t.exposeBoolean('available', {
      description: 'Whether there are posts in it yet, and the site does not say otherwise; false: to come.',
    }),
  }),
});

const Announcement = builder.objectRef<AnnouncementShape>('Announcement').implement({
  description:
    'Something to tell every reader for a while. All are given, whatever the time: see from and until.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What it says.' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where to read more.',
      resolve: ({ url }, _args, scope) => loadWrittenUrl(scope, url),
    }),
    from: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'From when to show it; null: at once.',
      resolve: ({ from }) => instant(from),
    }),
    until: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when to show it; null: for good.',
      resolve: ({ until }) => instant(until),
    }),
  }),
});

function instant(text: string | null): Date | null {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

const CallToAction = builder.objectRef<CallToActionShape>('CallToAction').implement({
  description: 'What a reader is asked to do.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What it offers.' }),
    text: t.exposeString('text', { nullable: true, description: 'A few words about it.' }),
    label: t.exposeString('label', { description: 'What the button says.' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where the button leads; null when that is no address.',
      resolve: ({ url }, _args, scope) => loadWrittenUrl(scope, url),
    }),
  }),
});

export const Site = builder.prismaNode('Site', {
  description: 'The site itself: what a front end needs around its pages.',
  id: { field: 'id' },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called.' }),
    url: t.field({
      type: 'URL',
      description: 'Where its pages stand; all addresses of pages begin with it.',
      resolve: (_site, _args, scope) => loadSiteOrigin(scope),
    }),
    tagline: t.exposeString('tagline', { nullable: true, description: 'A line beneath the name.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is about, as plain text.',
    }),
    defaultLanguage: t.exposeString('defaultLanguage', { description: 'BCP 47 tag.' }),
    languages: t.field({
      type: [SiteLanguage],
      description: 'Its languages in its order, those to come included.',
      resolve: async (_site, _args, scope) => [...(await loadSiteLanguages(scope))],
    }),
    menus: t.field({
      type: [Menu],
      description: 'Its menus, by name.',
      args: {
        places: t.arg({ type: [MenuPlace], description: 'Only the menus of these places; all when absent.' }),
        names: t.arg.stringList({
          description: 'Only the menus of these names, for places that MenuPlace does not know.',
        }),
      },
      resolve: (site, { places, names }) =>
        readMenus(site.menus).filter((menu) => {
          const place = placeOfMenu(menu);
          const isWanted = places == null || (place !== null && places.includes(place));
          return isWanted && (names == null || names.includes(menu.name));
        }),
    }),
    announcements: t.field({
      type: [Announcement],
      description: 'What every reader is told, also what is over or to come.',
      resolve: (site) => readAnnouncements(site.announcements),
    }),
    callsToAction: t.field({
      type: [CallToAction],
      description: 'What readers are asked to do.',
      resolve: (site) => readCallsToAction(site.callsToAction),
    }),
    contentVersion: t.int({
      description: 'Number of the newest change of content; the same number, the same answers.',
      resolve: async (_site, _args, scope) => Number(await contentVersion(scope.db)),
    }),
  }),
});

builder.queryField('site', (t) =>
  t.field({
    type: Site,
    description: 'The site; there is one.',
    resolve: (_root, _args, scope) => loadSite(scope),
  }),
);
