import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { asWebUrl } from '../fields/values.ts';
import { isTooDeep } from '../foreign/html/hostile-html.ts';
import type { ForeignAuthor } from '../foreign/foreign-blog.ts';
import { profileLink } from '../markdown/people/profile-links.ts';
import { escaped } from '../text/html-source.ts';
import { memberIn } from './addresses.ts';
import { allIn, attribute, firstOf, lineOf } from './elements.ts';

const parser = unified().use(rehypeParse).freeze();

/**
 * Whose export it is: name, picture, profiles. What else the page says (mail addresses, numbers of accounts,
 * when somebody paid) is not looked at.
 */
export function readProfile(html: string): ForeignAuthor | null {
  if (isTooDeep(html)) return null;
  const tree = parser.parse(html.toWellFormed());
  const name = lineOf(firstOf(tree, 'p-name'));
  const url = asWebUrl(attribute(firstOf(tree, 'u-url'), 'href'));
  if (name === null) return null;
  const twitter = allIn(tree, ({ tagName }) => tagName === 'a')
    .map((link) => attribute(link, 'href') ?? '')
    .find((href) => /^https:\/\/(?:www\.)?twitter\.com\/\w+$/i.test(href));
  const avatar = asWebUrl(attribute(firstOf(tree, 'u-photo'), 'src'));
  return author(name, url, avatar, profileLink('twitter', twitter)?.url ?? null);
}

/** Somebody who wrote a post. */
export function author(
  name: string,
  url: string | null,
  avatar: string | null = null,
  twitter: string | null = null,
): ForeignAuthor {
  const member = url === null ? null : memberIn(url);
  const links = [
    { label: 'Medium', url },
    { label: 'Twitter', url: twitter },
  ];
  return {
    key: member ?? name,
    name: escaped(name),
    slug: null,
    kind: null,
    bio: null,
    url: null,
    avatar,
    links: links.flatMap((link) => (link.url === null ? [] : [{ label: link.label, url: link.url }])),
  };
}
