import { defaultSchema } from 'rehype-sanitize';
import type { Options } from 'rehype-sanitize';

/** Attributes that any element may carry. */
const everywhere = [
  ...['align', 'colSpan', 'dir', 'height', 'id', 'lang', 'open', 'reversed', 'rowSpan', 'scope', 'start'],
  ...['title', 'vAlign', 'width'],
];
const web = ['http', 'https'];

/**
 * What of HTML a body may hold: the elements that GitHub lets through (rehype-sanitize's default),
 * figures, boxes and a few inline ones more. No script, style, class, frame, form, player or drawing;
 * links lead to the web, to mail or to a telephone. Ids stay as they are (`clobberPrefix`), or footnotes
 * and links to headings would lead nowhere. Comments stay for the more-mark and are dropped after it.
 */
export const sanitiseSchema: Options = {
  ...defaultSchema,
  allowComments: true,
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'picture' && name !== 'source'),
    ...[
      'abbr',
      'aside',
      'caption',
      'center',
      'cite',
      'dfn',
      'figcaption',
      'figure',
      'mark',
      'small',
      'time',
      'u',
      'wbr',
    ],
  ],
  ancestors: { ...defaultSchema.ancestors, caption: ['table'] },
  attributes: {
    ...defaultSchema.attributes,
    '*': everywhere,
    a: ['ariaLabel', 'ariaDescribedBy', 'dataFootnoteBackref', 'dataFootnoteRef', 'href', 'name'],
    time: ['dateTime'],
    aside: [['className', /^admonition(?:-[a-z-]+)?$/]],
    div: [['className', 'admonition-title']],
    code: [['className', /^language-./]],
    img: ['src', 'alt'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    ol: ['type', ['className', 'contains-task-list']],
  },
  protocols: { href: [...web, 'mailto', 'tel'], src: web, cite: web },
  /** Elements whose inside is no text. */
  strip: [
    ...['script', 'style', 'template', 'noscript', 'title', 'xmp', 'noembed', 'noframes', 'plaintext'],
    ...['svg', 'math', 'select', 'textarea', 'button', 'object', 'canvas', 'iframe', 'audio', 'video'],
  ],
};
