import type { Json } from '../../../domain/blog-record.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { SourceDocument } from '../document.ts';
import type { FieldName } from '../fields/field-keys.ts';
import { asList, asText, asWebUrl } from '../../fields/values.ts';
import { stemOf } from '../files/folder.ts';
import { asObject } from '../../fields/plain-json.ts';
import type { JsonObject } from '../../fields/plain-json.ts';
import { readAuthorData } from './author-data.ts';
import { mentionOf } from './author-mention.ts';
import type { AuthorMention } from './author-mention.ts';
import type { AuthorRegistry } from './author-registry.ts';
import { parseByline } from './byline.ts';

/** Who wrote a post. */
export interface PostAuthors {
  /** Keys, in byline order, each once. */
  readonly keys: readonly string[];
  /** The byline as written, when some of it names nobody. */
  readonly byline: string | null;
}

/** Reads a byline in any of its forms: ids, names, maps, lists of these, sentences. */
export function postAuthors(
  document: SourceDocument,
  field: FieldName,
  date: Date | null,
  registry: AuthorRegistry,
  problems: ProblemList,
): PostAuthors {
  const { file, fields } = document;
  const value = fields.get(field);
  const items = asList(value).map((item) => readItem(item, registry));
  const mentions = items.flatMap(({ people }) => people);
  const [only] = mentions;
  const isSingle = field === 'authors' && only !== undefined && mentions.length === 1;
  const people = isSingle ? [withDetails(only, legacyDetails(document))] : mentions;
  const keys = people.map((mention) => {
    if (isUnknownId(mention, registry)) {
      const why = 'The lists of authors do not have it, so the id itself is shown.';
      const todo = `Add "${mention.name}" to the list, or correct the id.`;
      problems.warn(file, fields.lineOf(field), { what: `unknown author "${mention.name}"`, why, todo });
    }
    return registry.mention(mention, { file, date });
  });
  const whole = items.every((item) => item.whole);
  return { keys: [...new Set(keys)], byline: whole ? null : asList(value).map(asText).join(', ') };
}

interface ReadItem {
  readonly people: readonly AuthorMention[];
  readonly whole: boolean;
}

function readItem(item: Json, registry: AuthorRegistry): ReadItem {
  const map = asObject(item);
  if (map) return { people: mapMentions(map), whole: true };
  // VuePress: `author: false` shows none.
  const text = typeof item === 'boolean' ? null : asText(item);
  if (text === null) return { people: [], whole: true };
  // Nuxt and some Astro blogs name the author's file.
  const id = /\.(?:mdx?|json|ya?ml|toml)$/.test(text) ? stemOf(text) : text;
  return registry.find(id) ? { people: [mentionOf(id)], whole: true } : parseByline(text);
}

/** `{ name, url, … }`, `{ key, … }`, or a map of ids to such maps. */
function mapMentions(map: JsonObject): AuthorMention[] {
  const id = asText(map['key']) ?? asText(map['id']) ?? asText(map['slug']);
  const data = readAuthorData(map);
  const name = data.name ?? id;
  if (name !== null) {
    const [person] = parseByline(name).people;
    return [{ id, name: person?.name ?? name, role: null, organisation: null, url: null, data: map }];
  }
  return Object.entries(map).flatMap(([key, value]) => {
    const inner = asObject(value);
    return inner ? [{ ...mentionOf(readAuthorData(inner).name ?? key), id: key, data: inner }] : [];
  });
}

/** `author_title`, `author_url`, `author_image_url`: how Docusaurus 1 described a post's one author. */
function legacyDetails({ fields }: SourceDocument): JsonObject {
  const twitter = asText(fields.get('authorTwitter'));
  const details = {
    role: fields.get('authorRole') ?? null,
    url: fields.get('authorUrl') ?? null,
    image: fields.get('authorImage') ?? null,
    ...(twitter === null ? {} : { twitter }),
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null));
}

function withDetails(mention: AuthorMention, details: JsonObject): AuthorMention {
  if (Object.keys(details).length === 0) return mention;
  return { ...mention, url: mention.url ?? asWebUrl(details['url']), data: { ...details, ...mention.data } };
}

/** Looks like an id, and the blog has lists of ids, which do not have it. */
function isUnknownId(mention: AuthorMention, registry: AuthorRegistry): boolean {
  const { name, data, id } = mention;
  const bare = Object.keys(data).length === 0 && id === null;
  return bare && registry.hasDeclared && !registry.find(name) && /^[a-z\d]+(?:[-_.][a-z\d]+)*$/.test(name);
}
