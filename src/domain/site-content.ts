/**
 * What the site's JSON columns hold. The write path stores `SiteRecord`'s parts in them as they are;
 * whatever else stands there is read as absent, so that one bad entry does not take the site down.
 */
import { z } from 'zod';
import type { MenuItemRecord, SiteRecord } from './blog-record.ts';

const text = z.string().nullable().default(null);

const menuItem: z.ZodType<MenuItemRecord> = z.lazy(() =>
  z.object({ label: z.string(), url: text, children: z.array(menuItem).default([]) }),
);

const language = z.object({ code: z.string(), name: z.string(), available: z.boolean() });
const announcement = z.object({ text: z.string(), url: text, from: text, until: text });
const callToAction = z.object({ title: z.string(), text, label: z.string(), url: z.string() });
const link = z.object({ label: z.string(), url: z.string() });

export type SiteLanguage = SiteRecord['languages'][number];
export type Announcement = SiteRecord['announcements'][number];
export type CallToAction = SiteRecord['callsToAction'][number];

/** A menu under the name that the site gives it, such as "header". */
export interface NamedMenu {
  readonly name: string;
  readonly items: readonly MenuItemRecord[];
}

/** A link with its text, such as one of an author's profiles. */
export type LabelledLink = z.infer<typeof link>;

export function readLanguages(json: unknown): SiteLanguage[] {
  return readList(json, language);
}

export function readAnnouncements(json: unknown): Announcement[] {
  return readList(json, announcement);
}

export function readCallsToAction(json: unknown): CallToAction[] {
  return readList(json, callToAction);
}

export function readLinks(json: unknown): LabelledLink[] {
  return readList(json, link);
}

/** By name: JSON in the database keeps no order of keys. */
export function readMenus(json: unknown): NamedMenu[] {
  const menus = z.record(z.string(), z.unknown()).safeParse(json);
  if (!menus.success) return [];
  return Object.entries(menus.data)
    .map(([name, items]) => ({ name, items: readList(items, menuItem) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readList<T>(json: unknown, item: z.ZodType<T>): T[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((value) => {
    const parsed = item.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}
