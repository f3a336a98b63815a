import { fieldOf } from '../xml/parse-record.ts';
import type { XmlElement } from '../xml/parse-record.ts';
import { htmlLine } from '../../text/html-line.ts';
import { ownText, termSlug } from './wxr-item.ts';

/** A term that the export declares. */
export interface WxrTerm {
  readonly taxonomy: string;
  readonly id: string | null;
  readonly slug: string;
  readonly name: string;
  /** Slug of the term above it; empty when there is none. */
  readonly parent: string;
  readonly description: string | null;
}

/** A person that the export declares. Their mail address is not read. */
export interface WxrAuthor {
  readonly id: string | null;
  readonly login: string;
  readonly name: string;
}

/** Fields of the four kinds of records that declare terms. */
const termFields = {
  'wp:category': [
    'category',
    'wp:category_nicename',
    'wp:cat_name',
    'wp:category_parent',
    'wp:category_description',
  ],
  'wp:tag': ['post_tag', 'wp:tag_slug', 'wp:tag_name', '', 'wp:tag_description'],
  'wp:term': ['', 'wp:term_slug', 'wp:term_name', 'wp:term_parent', 'wp:term_description'],
} as const;

/** Reads `<wp:category>`, `<wp:tag>` and `<wp:term>`; null when it has no name. */
export function wxrTerm(element: XmlElement): WxrTerm | null {
  if (element.name !== 'wp:category' && element.name !== 'wp:tag' && element.name !== 'wp:term') return null;
  const [taxonomy, slugField, nameField, parentField, descriptionField] = termFields[element.name];
  const name = htmlLine(fieldOf(element, nameField));
  const slug = termSlug(fieldOf(element, slugField)) || termSlug(name);
  if (slug === '') return null;
  const id = fieldOf(element, 'wp:term_id');
  return ownText({
    taxonomy: taxonomy || fieldOf(element, 'wp:term_taxonomy'),
    id: /^\d+$/.test(id) ? id : null,
    slug,
    name: name || slug,
    parent: parentField === '' ? '' : termSlug(htmlLine(fieldOf(element, parentField))),
    description: fieldOf(element, descriptionField) || null,
  });
}

/** Reads `<wp:author>`; null when it names nobody. */
export function wxrAuthor(element: XmlElement): WxrAuthor | null {
  const field = (name: string): string => fieldOf(element, name);
  const login = field('wp:author_login');
  const full = `${field('wp:author_first_name')} ${field('wp:author_last_name')}`.trim();
  const name = htmlLine(field('wp:author_display_name')) || htmlLine(full) || login;
  const id = field('wp:author_id');
  return name === '' ? null : ownText({ id: /^-?\d+$/.test(id) ? id : null, login, name });
}
