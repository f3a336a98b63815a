/** Posts whose content is empty, and whose text Elementor keeps beside it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { attachment, item, wxr } from './wxr-text.ts';

const widget = (widgetType: string, settings: object) => ({
  ...{ id: '1a', elType: 'widget', elements: [] },
  ...{ widgetType, settings },
});

async function read(elements: unknown, content = '') {
  const column = { elType: 'column', settings: [], elements };
  const section = { background_image: { url: 'https://a.example/back.jpg', id: 9 } };
  const data = JSON.stringify([{ elType: 'section', settings: section, elements: [column] }]);
  const { post, said } = await readWxr(
    wxr(item({ content, meta: [['_elementor_data', data]] }) + attachment(5)),
  );
  return { markdown: post(1).markdown.trim(), said };
}

test('the text of a page of Elementor whose content is empty', async () => {
  const { markdown, said } = await read([
    widget('heading', {
      ...{ title: 'Boats &amp; nets', header_size: 'h1', title_color: '#fff' },
      typography_font_family: 'A long name of a font',
    }),
    widget('text-editor', { editor: '<p>Words, <b>bold</b>.</p>\n<p>[gallery ids="5"]</p>', align: 'left' }),
    widget('button', { text: 'Go', link: { url: 'https://a.example/go', is_external: '' } }),
    widget('image-box', {
      ...{ image: { url: 'https://a.example/box.png', id: '' }, title_text: 'A box' },
      ...{ description_text: 'What is in it.', link: { url: 'https://a.example/box' } },
    }),
    widget('video', {
      ...{ video_type: 'vimeo', vimeo_url: 'https://vimeo.com/7' },
      youtube_url: 'https://www.youtube.com/watch?v=proposed',
    }),
    widget('icon-list', {
      icon_list: [
        { text: 'One', selected_icon: { value: 'fas fa-check' } },
        { text: 'Two', link: { url: 'https://a.example/2' } },
      ],
    }),
    widget('testimonial', {
      testimonial_content: 'They sail well.',
      ...{ testimonial_name: 'Ada', testimonial_job: 'Baker' },
    }),
    widget('counter', { ending_number: 120, suffix: '+', title: 'trips' }),
    widget('blockquote', { blockquote_content: 'So it is.', author_name: 'Bo', tweet_button_label: 'Tweet' }),
    widget('form', { form_name: 'Write to us', success_message: 'Your words were sent to us.' }),
    widget('posts', { posts_per_page: 3, title: 'Latest' }),
  ]);
  assert.equal(
    markdown.replace(/<img .*>/, '(picture)'),
    [
      '# Boats & nets\n\nWords, **bold**.\n\n(picture)\n\n[Go](https://a.example/go)',
      '### [A box](https://a.example/box)\n\n![](https://a.example/box.png)\n\nWhat is in it.',
      '<https://vimeo.com/7>\n\n- One\n- [Two](https://a.example/2)\n\nThey sail well.\n\nAda, Baker',
      '120+ trips\n\n> So it is.\n>\n> Bo',
    ].join('\n\n'),
  );
  assert.deepEqual(said, []);
});

test('a content that is there is taken; what is no page of Elementor is nothing', async () => {
  const heading = widget('heading', { title: 'From the builder' });
  assert.equal((await read([heading], '<p>Own words.</p>')).markdown, 'Own words.');
  assert.equal((await read('none')).markdown, '');
  const broken = item({ id: 1, content: '', meta: [['_elementor_data', '[{"elType":']] });
  const deep = item({ id: 2, content: '', meta: [['_elementor_data', '['.repeat(50_000)]] });
  const { post } = await readWxr(wxr(broken + deep));
  assert.equal(post(1).markdown, '');
  assert.equal(post(2).markdown, '');
});
