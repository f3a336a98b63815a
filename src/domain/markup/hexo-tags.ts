import { aside } from './admonitions.ts';
import type { Replacement } from './reading.ts';
import type { Tag } from './tag-arguments.ts';
import { link, plain } from './tag-html.ts';

/** Looks of a box, which say nothing to a reader. */
const looks =
  /^(?:no-?icon|simple|modern|flat|disabled|primary|default|success|(?:fa[srlbd]?|fas) [\w-]+|fa-[\w-]+)$/;
const colours =
  /^(?:default|primary|success|info|warning|danger|red|blue|green|yellow|orange|pink|purple|cyan|gr[ae]y|black|white)$/;
const noteKinds = /^(?:info|warning|danger|success|tip|error)$/;

/** NexT's and Butterfly's `{% note warning no-icon A title %}`. */
export function hexoNote({ positional }: Tag): { open: Replacement; close: Replacement } {
  const [first = '', ...others] = positional;
  const isKind = noteKinds.test(first) || looks.test(first);
  const title = (isKind ? others : positional).filter((word) => !looks.test(word)).join(' ');
  return aside(noteKinds.test(first) ? first : 'note', title.replace(/^["']|["']$/g, ''));
}

/** `fold info @Title`, `folding cyan open, Title`, `hideToggle Title,#fff`, `details Title`. */
export function foldedTitle({ name, rest }: Tag): string {
  const named = rest.includes('@') ? rest.slice(rest.indexOf('@') + 1) : rest;
  const parts = named.split(',').map((part) => part.trim());
  const title = (name === 'folding' ? parts.at(-1) : parts[0]) ?? '';
  return title.replace(/^["']|["']$/g, '');
}

/** Hexo's and Octopress' `blockquote Author, Source https://… Title`, as HTML; '' where nobody is named. */
export function quoted({ rest }: Tag): string {
  const url = /https?:\/\/\S+/.exec(rest);
  const before = (url ? rest.slice(0, url.index) : rest).replace(/[\s,]+$/, '').replace(/^["']|["']$/g, '');
  if (!url) return before;
  const title = rest.slice(url.index + url[0].length).trim() || before || url[0];
  const source = link(url[0], title);
  return title === before ? source : `<span>${plain(before)}</span> ${source}`.replace('<span></span> ', '');
}

/** Tags of Hexo's themes that stand within a line and hold their text themselves, with its element. */
const elements: Readonly<Record<string, string>> = {
  ...{ u: 'u', wavy: 'u', emp: 'em', del: 'del', kbd: 'kbd', sup: 'sup', sub: 'sub', mark: 'mark' },
  ...{ psw: '', span: '', p: '', text: '', label: '', hideinline: '', checkbox: '', radio: '' },
};

/** The text of such a tag as HTML; null for any other tag. */
export function hexoText({ name, rest, named }: Tag): string | null {
  if (!Object.hasOwn(elements, name) || rest === '' || (named.size > 0 && !/^\S+ color:/.test(rest)))
    return null;
  const element = elements[name] ?? '';
  const text = plain(textOf(name, rest).replace(/^(["'])(.*)\1$/, '$2'));
  return element === '' ? text : `<${element}>${text}</${element}>`;
}

function textOf(name: string, rest: string): string {
  const bare = rest.replace(/\s+color:\w+$/, '');
  if (name === 'label') {
    if (bare.includes('@')) return bare.slice(bare.indexOf('@') + 1);
    const words = bare.split(/\s+/);
    return (words.length > 1 && colours.test(words.at(-1) ?? '') ? words.slice(0, -1) : words).join(' ');
  }
  const parts = bare.split(',').map((part) => part.trim());
  if (name === 'hideinline') return parts[0] ?? '';
  if (name === 'checkbox' || name === 'radio') return parts.at(-1) ?? '';
  return /^(?:span|p|text|mark)$/.test(name) && parts.length > 1 ? parts.slice(1).join(', ') : bare;
}

/** `btn https://…, Text, icon`, `btn Text, /path`: a link that looks like a button. */
export function hexoButton({ name, rest }: Tag): string | null {
  if (name !== 'btn') return null;
  const parts = rest.split(/\s*,\s*/).map((part) => part.replace(/^["']|["']$/g, ''));
  const url = parts.find((part) => /^(?:https?:\/\/|\.{0,2}\/|#)/.test(part));
  const text = parts.find((part) => part !== url && part !== '' && !/^(?:fa|icon)/.test(part)) ?? url;
  if (text === undefined) return null;
  return url === undefined ? plain(text) : link(url, text);
}

/** `link Title, https://…, https://… of a picture`: a card that leads to a page. */
export function hexoCard({ name, rest }: Tag): string | null {
  const [, title = '', url = ''] =
    (name === 'link' ? /^([^,]+?)\s*,\s*(https?:\/\/[^\s,]+)\s*(?:,|$)/.exec(rest) : null) ?? [];
  return url === '' ? null : link(url, title);
}
