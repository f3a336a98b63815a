import { escaped } from '../../text/html-source.ts';
import { isMap, mapOf, type JsonMap } from '../../fields/json-values.ts';
import type { BodyContext } from './body-context.ts';
import { linkLine } from './html-pieces.ts';
import { saidInSettings } from './said-in-settings.ts';

const maxDepth = 50;
/** Films are named by their site; the settings of the others are there with what Elementor proposes. */
const films: readonly string[] = ['youtube', 'vimeo', 'dailymotion'];

/** HTML of a page of Elementor, by what it keeps beside the content: that is written, but not by every program. */
export function elementorPage(data: string, context: BodyContext): string {
  try {
    return elementsHtml(JSON.parse(data), context, 0);
  } catch {
    return '';
  }
}

function elementsHtml(elements: unknown, context: BodyContext, depth: number): string {
  if (!Array.isArray(elements) || depth > maxDepth) return '';
  return elements
    .filter(isMap)
    .map((element) => widgetHtml(element, context) + elementsHtml(element['elements'], context, depth + 1))
    .join('');
}

type Settings = Readonly<Record<string, unknown>>;

function widgetHtml({ widgetType, settings }: JsonMap, context: BodyContext): string {
  if (typeof widgetType !== 'string') return '';
  const set = mapOf(settings);
  const render = Object.hasOwn(widgets, widgetType) ? widgets[widgetType] : undefined;
  if (render) return `\n\n${render(set)}\n\n`;
  const shown = Object.entries(set).filter(([name]) => !/background|^_|^hover_|_hover_/.test(name));
  return saidInSettings(`elementor/${widgetType}`, Object.fromEntries(shown), context) + person(set);
}

const widgets: Readonly<Record<string, (settings: Settings) => string>> = {
  heading: (set) => {
    const size = wordsIn(set, 'header_size');
    const tag = /^h[1-6]$/.test(size) ? size : 'h2';
    return `<${tag}>${linked(wordsIn(set, 'title'), set)}</${tag}>`;
  },
  shortcode: (set) => wordsIn(set, 'shortcode'),
  video: (set) => {
    const film = wordsIn(set, 'video_type') || 'youtube';
    const url = films.includes(film) ? wordsIn(set, `${film}_url`) : addressIn(set['hosted_url']);
    return isAddress.test(url) ? linkLine(url) : '';
  },
  'icon-list': (set) => {
    const items: readonly unknown[] = Array.isArray(set['icon_list']) ? set['icon_list'] : [];
    return `<ul>${items.map((one) => `<li>${linked(wordsIn(mapOf(one), 'text'), mapOf(one))}</li>`).join('')}</ul>`;
  },
  counter: (set) => {
    const number = ['prefix', 'ending_number', 'suffix'].map((name) => wordsIn(set, name)).join('');
    return `<p>${[number, wordsIn(set, 'title')].filter((words) => words !== '').join(' ')}</p>`;
  },
  blockquote: (set) => {
    const author = wordsIn(set, 'author_name');
    const cite = author === '' ? '' : `<p>${author}</p>`;
    return `<blockquote><p>${wordsIn(set, 'blockquote_content')}</p>${cite}</blockquote>`;
  },
};

/** Whose words a testimonial holds. */
function person(set: Settings): string {
  const said = ['testimonial_name', 'testimonial_job'].map((name) => wordsIn(set, name));
  const words = said.filter((word) => word !== '').join(', ');
  return words === '' ? '' : `\n\n<p>${words}</p>\n\n`;
}

function wordsIn(set: Settings, name: string): string {
  const value = set[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

const isAddress = /^https?:\/\/\S+$/;

function addressIn(link: unknown): string {
  return wordsIn(mapOf(link), 'url');
}

function linked(words: string, set: Settings): string {
  const url = addressIn(set['link']);
  return isAddress.test(url) && words !== '' ? `<a href="${escaped(url)}">${words}</a>` : words;
}
