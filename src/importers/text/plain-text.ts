/** Entities that titles are written with; the numeric ones are read as such. */
const entities: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    shy: '',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
  },
  ...{
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
  },
  ...{ copy: '©', reg: '®', trade: '™', deg: '°', times: '×', middot: '·', bull: '•', rarr: '→', larr: '←' },
  ...{
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
    uuml: 'ü',
    ouml: 'ö',
    auml: 'ä',
    szlig: 'ß',
    ntilde: 'ñ',
  },
  ...{ euro: '€', pound: '£', sect: '§', frac12: '½', sup2: '²', hearts: '♥' },
};

/** Only these are taken for tags: a title may well be about `Vec<T>`. */
const inlineTag =
  /<\/?(?:a|abbr|b|bdi|br|cite|code|del|em|i|img|ins|kbd|mark|p|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]{0,2000})?\/?>/gi;

/** What is read of a text; a title, a name or a caption has no more. */
const readCharacters = 5000;

/**
 * A line of Markdown or HTML as plain text: tags of running text, emphasis, code marks and links go,
 * entities are decoded, white space becomes single blanks.
 */
export function plainText(line: string): string {
  return decodeEntities(
    line
      .slice(0, readCharacters)
      // An escaped mark is no mark: as an entity it passes the steps below.
      .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => `&#${mark.charCodeAt(0)};`)
      .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
      .replace(/(`+)([^`]+)\1/g, '$2')
      .replace(inlineTag, '')
      .replace(/(\*\*|__)(?=\S)([^*_]+)(?<=\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]+)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2'),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

/** Replaces HTML's entities by what they stand for; unknown ones stay. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi, (whole, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[];
    if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const valid = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return valid ? String.fromCodePoint(code) : whole;
  });
}
