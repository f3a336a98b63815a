import type { Json, MenuItemRecord, SiteRecord } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import { parseDate } from '../fields/dates.ts';
import { languageTag } from '../fields/language-tag.ts';
import { asFlag, asList, asText } from '../../fields/values.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { configLanguage, noConfig, siteOf, textValues } from './site-config.ts';
import type { SiteConfig } from './site-config.ts';

/** Kinds of page that have a permalink pattern. */
const kinds = ['post', 'tag', 'category', 'author', 'series', 'resource'];

/** Colophon's own `site.yml`: everything that `SiteRecord` holds. */
export function nativeConfig(file: string, data: JsonObject, problems: ProblemList): SiteConfig {
  const site = siteOf(data);
  const permalinks = Object.entries(textValues(data['permalinks'])).filter(([kind, pattern]) => {
    const known = kinds.includes(kind) && pattern.startsWith('/');
    if (!known) {
      const why = `Patterns begin with "/" and belong to one of ${kinds.join(', ')}.`;
      problems.warn(file, null, {
        what: `the permalink of "${kind}" was left out`,
        why,
        todo: 'Correct it.',
      });
    }
    return known;
  });
  return {
    ...noConfig,
    site: site && {
      ...site,
      menus: menusOf(data['menus']),
      announcements: announcementsOf(data['announcements']),
      callsToAction: callsOf(data['callsToAction']),
      permalinks: Object.fromEntries(permalinks),
    },
    defaultLanguage: configLanguage(data),
    languages: languagesOf(data['languages']),
    permalinks: Object.fromEntries(permalinks),
  };
}

/** A list of codes, of `{ code, name, available }`, or a map of them by code. */
export function languagesOf(value: Json | undefined): SiteConfig['languages'] {
  const entries: readonly (readonly [string | null, JsonObject])[] = Array.isArray(value)
    ? value.map((item) => [asText(item) ?? asText(asObject(item)?.['code']), asObject(item) ?? {}])
    : Object.entries(asObject(value) ?? {}).map(([code, item]) => [code, asObject(item) ?? {}]);
  return entries.flatMap(([text, item]) => {
    const code = text === null ? null : languageTag(text);
    if (code === null) return [];
    const name = asText(item['name']) ?? asText(item['languageName']) ?? asText(item['label']);
    const available = asFlag(item['available']) ?? !(asFlag(item['disabled']) ?? false);
    return [{ code, name, available }];
  });
}

function menusOf(value: Json | undefined): SiteRecord['menus'] {
  return Object.fromEntries(
    Object.entries(asObject(value) ?? {}).map(([place, items]) => [place, menuItems(items, 0)]),
  );
}

function menuItems(value: Json | undefined, depth: number): MenuItemRecord[] {
  if (depth > 5) return [];
  return asList(value).flatMap((item) => {
    const entry = asObject(item) ?? {};
    const label = asText(entry['label']) ?? asText(entry['name']) ?? asText(entry['title']);
    const url = asText(entry['url']) ?? asText(entry['href']);
    return label === null
      ? []
      : [{ label, url: safeUrl(url), children: menuItems(entry['children'], depth + 1) }];
  });
}

function announcementsOf(value: Json | undefined): SiteRecord['announcements'] {
  return asList(value).flatMap((item) => {
    const entry = asObject(item) ?? {};
    const text = asText(entry['text']) ?? asText(item);
    const [from, until] = [parseDate(entry['from']), parseDate(entry['until'])];
    const times = { from: from?.toISOString() ?? null, until: until?.toISOString() ?? null };
    return text === null ? [] : [{ text, url: safeUrl(asText(entry['url'])), ...times }];
  });
}

function callsOf(value: Json | undefined): SiteRecord['callsToAction'] {
  return asList(value).flatMap((item) => {
    const entry = asObject(item) ?? {};
    const [title, label] = [asText(entry['title']), asText(entry['label'])];
    const url = safeUrl(asText(entry['url']));
    return title === null || url === null
      ? []
      : [{ title, text: asText(entry['text']), label: label ?? title, url }];
  });
}

/** A site path, an absolute http(s) address or a mail address; anything else is no link. */
function safeUrl(text: string | null): string | null {
  return text !== null && /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i.test(text) ? text : null;
}
