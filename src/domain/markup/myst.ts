import { aside, details } from './admonitions.ts';
import { embedUrl } from './embed-urls.ts';
import { mayOpen, put } from './reading.ts';
import type { End, Reading, Replacement } from './reading.ts';
import { address, link, plain } from './tag-html.ts';

/** A directive of MyST (mystmd.org, ABlog, Jupyter Book): what goes around its body, which is Markdown. */
interface Directive {
  readonly open: Replacement;
  /** What its body begins with; null: it has none, `open` says it all. */
  readonly lead: string | null;
  readonly close: Replacement;
}

const fence = /^[ \t]*(?:`{3,}|~{3,})[ \t]*\{([a-z][a-z-]*)\}[ \t]*([^\n]*)(?:\n|$)/i;
const container =
  /([ \t]*):{3,}[ \t]*\{([a-z][a-z-]*)\}[ \t]*([^\n]*)(?:\n|$)((?:[ \t]*:[a-z][\w-]*:[^\n]*\n){0,20})/iy;
const containerEnd = /\s*:{3,}[ \t]*(?:\n|$)/y;
const closingFence = /(?:^|\n)[ \t]*(?:`{3,}|~{3,})[ \t]*\n?$/;
const optionLine = /^[ \t]*:?([a-z][\w-]*):[ \t]*([^\n]*)\n/i;
const boxes = /^(?:note|tip|hint|important|warning|caution|danger|attention|error|seealso|admonition)$/;
const silent = /^(?:toctree|contents|tableofcontents|postlist|update|index|bibliography|tags)$/;
const layouts =
  /^(?:tab-set|tab-item|grid|grid-item|grid-item-card|card|margin|sidebar|epigraph|pull-quote|div|container)$/;
const contained = new RegExp(`${boxes.source}|${layouts.source}|^(?:figure|image|dropdown)$`, 'i');
const code = /^(?:code-block|code|sourcecode|code-cell)$/;
const role =
  /\{(?:doc|ref|numref|term|abbr|any|download|py:\w+|eq|sup|sub|superscript|subscript|kbd|guilabel|menuselection|command|file|program|math)\}`([^`\n]{1,500})`/iy;

const nothing: Replacement = { text: '' };

/**
 * Writes what stands for a fence ` ```{name} argument `, with its options (`:alt: x`, or YAML between lines of `---`):
 * pictures, boxes, folds, code, embedded films. False for one that MyST does not know, as code that R Markdown runs.
 *
 * @param plainBody makes plain Markdown of its body
 */
export function putMystDirective(
  reading: Reading,
  lines: string,
  plainBody: (body: string) => string,
): boolean {
  const [opening, name = '', argument = ''] = fence.exec(lines) ?? [];
  if (opening === undefined) return false;
  const { options, body } = optionsOf(lines.slice(opening.length).replace(closingFence, ''));
  const directive = directiveOf(name.toLowerCase(), argument.trim(), options, body);
  if (directive === null) return false;
  reading.output.write(/^[ \t]*/.exec(lines)?.[0] ?? '');
  put(reading, directive.open);
  reading.output.endLine();
  if (directive.lead !== null) reading.output.write(plainBody(directive.lead + body));
  reading.output.endLine();
  put(reading, directive.close);
  return true;
}

function directiveOf(
  name: string,
  argument: string,
  options: ReadonlyMap<string, string>,
  body: string,
): Directive | null {
  if (silent.test(name)) return { open: nothing, lead: null, close: nothing };
  if (/^(?:figure|image)$/.test(name)) return pictureOf(argument, options, body);
  if (name === 'admonition') return { ...aside(options.get('class') ?? 'note', argument), lead: '' };
  if (name === 'seealso') return { ...aside(name, 'See also'), lead: `${argument}\n` };
  if (boxes.test(name)) return { ...aside(name, ''), lead: `${argument}\n` };
  if (name === 'dropdown') return { ...details(argument), lead: '' };
  if (layouts.test(name)) {
    const title = argument === '' || /^[\d ]+$/.test(argument) ? '' : `**${argument}**`;
    return { open: { text: title, block: true }, lead: '', close: { text: '\n' } };
  }
  return verbatimOf(name, argument, body);
}

function verbatimOf(name: string, argument: string, body: string): Directive | null {
  if (code.test(name)) {
    const language = /^i?python\d*$/i.test(argument) ? 'python' : argument;
    const ticks = body.includes('```') ? '``````' : '```';
    return verbatim(`${ticks}${language}\n${body}\n${ticks}`);
  }
  if (name === 'math') return verbatim(`$$\n${body}\n$$`);
  const url = embedUrl({ name, positional: [argument], named: new Map(), rest: '' });
  return url === null ? null : verbatim(link(url));
}

function pictureOf(source: string, options: ReadonlyMap<string, string>, body: string): Directive {
  const picture = `<img src="${address(source)}" alt="${plain(options.get('alt') ?? '')}">`;
  if (body.trim() === '') return verbatim(picture);
  return {
    open: { text: `<figure>\n${picture}\n<figcaption>\n`, block: true },
    lead: '',
    close: { text: '</figcaption>\n</figure>', block: true },
  };
}

function verbatim(text: string): Directive {
  return { open: { text, block: true }, lead: null, close: nothing };
}

function optionsOf(written: string): { options: Map<string, string>; body: string } {
  const options = new Map<string, string>();
  const lines = `${written}\n`;
  const yaml = /^[ \t]*---[ \t]*\n/.exec(lines)?.[0] ?? '';
  let body = lines.slice(yaml.length);
  for (let found = optionLine.exec(body); found; found = optionLine.exec(body)) {
    if (yaml === '' && !found[0].trimStart().startsWith(':')) break;
    options.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2'));
    body = body.slice(found[0].length);
  }
  return { options, body: (yaml === '' ? body : body.replace(/^[ \t]*---[ \t]*\n/, '')).replace(/\n$/, '') };
}

/** The opening of a directive between lines of colons, `:::{name} argument`, with its options. Null for any other. */
export function readMystContainer(reading: Reading, at: number): End | null {
  container.lastIndex = at;
  const [whole, indent = '', name = '', argument = '', written = ''] = container.exec(reading.source) ?? [];
  if (whole === undefined || !contained.test(name) || !mayOpen(reading)) return null;
  const end = at + whole.length;
  containerEnd.lastIndex = end;
  // Its body is read where it stands; here, all that counts is whether there is one.
  const body = containerEnd.test(reading.source) ? '' : '…';
  const { options } = optionsOf(written);
  const directive = directiveOf(name.toLowerCase(), argument.trim(), options, body);
  if (directive === null) return null;
  reading.output.write(indent);
  put(reading, directive.open);
  reading.output.endLine();
  const lead = directive.lead?.trim() ?? '';
  if (lead !== '') reading.output.write(`${lead}\n`);
  reading.open.push({ name: ':::', close: directive.close });
  return end;
}

/** A role of MyST: of `{doc}`, `{ref}` and the like the text is shown, not the address behind it. */
export function readMystRole({ source, output }: Reading, at: number): End | null {
  role.lastIndex = at;
  const inside = role.exec(source)?.[1];
  if (inside === undefined) return null;
  output.write(plain(inside.replace(/(?<=\S)\s*<[^<>]*>$/, '')));
  return role.lastIndex;
}
