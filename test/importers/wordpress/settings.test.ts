/** Blocks that say in their settings what they show, and hold no HTML. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { attachment, item, wxr } from './wxr-text.ts';

async function read(content: string) {
  const { post, said } = await readWxr(wxr(item({ content }) + attachment(5)));
  return { markdown: post(1).markdown.trim(), said };
}

/** A block as the block editor writes it. */
const block = (name: string, settings: unknown): string =>
  `<!-- wp:${name} ${JSON.stringify(settings).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')} /-->`;

const shown = (value: unknown): object => ({ innerContent: { desktop: { value } } });
const image5 =
  '<img src="https://blog.example/wp-content/uploads/image-5.jpg" alt="" width="1200" height="800">';

test('Divi 5: texts, headings, links, pictures, films of its elements, and nothing of their looks', async () => {
  const elements = [
    block('divi/heading', {
      title: {
        ...shown('On top'),
        decoration: { font: { font: { desktop: { value: { headingLevel: 'h2' } } } } },
      },
    }),
    block('divi/text', { content: shown('<p>Some <strong>words</strong></p>') }),
    block('divi/blurb', {
      title: shown({ text: 'Blurb', url: 'https://a.example/b' }),
      imageIcon: shown({ src: 'https://a.example/i.png', alt: 'I' }),
      content: shown('Plain'),
    }),
    block('divi/button', { button: shown({ text: 'Press', linkUrl: 'https://a.example/p' }) }),
    block('divi/video', { video: shown({ src: 'https://vimeo.com/7' }) }),
    block('divi/gallery', { image: { advanced: { galleryIds: { desktop: { value: '5' } } } } }),
    block('divi/number-counter', { title: shown('Clients'), number: shown('250') }),
    block('divi/divider', {}),
  ];
  const background = {
    module: {
      decoration: { background: { desktop: { value: { image: { url: 'https://a.example/bg.jpg' } } } } },
    },
  };
  const { markdown, said } = await read(
    `<!-- wp:divi/placeholder --><!-- wp:divi/section ${JSON.stringify(background)} --><!-- wp:divi/column -->${elements.join('')}<!-- /wp:divi/column --><!-- /wp:divi/section --><!-- /wp:divi/placeholder -->`,
  );
  assert.equal(
    markdown,
    `## On top\n\nSome **words**\n\n### [Blurb](https://a.example/b)\n\n![I](https://a.example/i.png)\n\nPlain\n\n[Press](https://a.example/p)\n\n<https://vimeo.com/7>\n\n${image5}\n\n### Clients\n\n250`,
  );
  assert.deepEqual(said, []);
});

test('SiteOrigin: what the widgets of a layout say', async () => {
  const { markdown, said } = await read(
    block('siteorigin-panels/layout-block', {
      panelsData: {
        widgets: [
          { title: 'First', text: '<p>In a widget</p>', panels_info: { class: 'Some_Editor_Widget' } },
          { image: 5, size: 'full', link_title: false },
          { text: 'Go', url: 'https://a.example/go' },
        ],
        grids: [{ cells: 1, style: { background: 'of no interest to anybody' } }],
      },
      contentPreview: '<p>In a widget</p>',
    }),
  );
  assert.equal(markdown, `### First\n\nIn a widget\n\n${image5}\n\n[Go](https://a.example/go)`);
  assert.deepEqual(said, []);
});

test('a button of Kadence, within the box of its buttons', async () => {
  const button = {
    uniqueID: '1_2',
    text: 'Book <em>now</em>',
    link: '/book/',
    typography: [{ family: 'A Font Of Four Words' }],
  };
  const { markdown, said } = await read(
    `<!-- wp:kadence/advancedbtn -->\n<div class="x">${block('kadence/singlebtn', button)}</div>\n<!-- /wp:kadence/advancedbtn -->`,
  );
  assert.match(markdown, /^\[Book \*now\*\]\(\/book\/?\)$/);
  assert.deepEqual(said, []);
});

test('of other blocks the text stays, and they are told', async () => {
  const { markdown, said } = await read(
    block('acf/praise', {
      name: 'acf/praise',
      data: {
        quote: 'They did well.',
        _quote: 'field_1',
        photo: 5,
        story: '<p>Long</p>',
        link: { title: 'More', url: 'https://a.example/m', target: '' },
        bad: { title: 'Run', url: 'javascript:alert(1)' },
        background_color: '#ffffff',
        place: 'left',
      },
      mode: 'preview',
    }),
  );
  assert.equal(markdown, `They did well.\n\n${image5}\n\nLong\n\n[More](https://a.example/m)\n\n### Run`);
  assert.deepEqual(said, [
    'warning: 1 post has a shortcode or block that is not known (wp:acf/praise): “Post 1”',
  ]);
});

test('lists that a site fills, and forms, say nothing of the post', async () => {
  const { markdown } = await read(
    block('some/post-grid', { text: 'Read more of this', title: 'Latest' }) +
      block('some/contact-form', { title: 'Write to us', fields: [{ description: 'Your name, please' }] }),
  );
  assert.equal(markdown, '');
});
