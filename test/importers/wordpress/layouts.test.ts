import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWxr } from './read-wxr.ts';
import { attachment, item, wxr } from './wxr-text.ts';

async function read(content: string) {
  const { post, said } = await readWxr(wxr(item({ content }) + attachment(5)));
  return { markdown: post(1).markdown.trim(), said };
}

test('WPBakery: boxes go, words in attributes stay, packed HTML is unpacked', async () => {
  const raw = Buffer.from(encodeURIComponent('<p>Packed <em>words</em></p>')).toString('base64');
  const { markdown, said } = await read(
    `[vc_row css=".vc_1{margin: 0 !important;}"][vc_column width="1/2"][vc_custom_heading text="On top" font_container="tag:h2|text_align:left"][vc_column_text]
One

Two
[/vc_column_text][vc_single_image image="5"][/vc_column][vc_column width="1/2"][vc_btn title="Go on" link="url:https%3A%2F%2Fa.example%2Fx|title:Go"][vc_raw_html]${raw}[/vc_raw_html][vc_empty_space height="32px"][/vc_column][/vc_row]`,
  );
  assert.equal(
    markdown,
    '## On top\n\nOne\n\nTwo\n\n<img src="https://blog.example/wp-content/uploads/image-5.jpg" alt="" width="1200" height="800">\n\n[Go on](https://a.example/x)\n\nPacked *words*',
  );
  assert.deepEqual(said, []);
});

test('Divi: titles, buttons, films, what is folded; each thing is a paragraph of its own', async () => {
  const { markdown, said } = await read(
    '[et_pb_section][et_pb_row][et_pb_column type="4_4"][et_pb_text]<p>First</p>[/et_pb_text][et_pb_button button_url="https://a.example/" button_text="Press"][/et_pb_button][et_pb_video src="https://vimeo.com/7"][/et_pb_video][et_pb_blurb title="Say %22it%22" image="https://a.example/b.png" alt="B"]Blurb[/et_pb_blurb][et_pb_toggle title="Why?"]Because.[/et_pb_toggle][et_pb_blog posts_number="3"][/et_pb_blog][/et_pb_column][/et_pb_row][/et_pb_section]',
  );
  assert.equal(
    markdown,
    'First\n\n[Press](https://a.example/)\n\n<https://vimeo.com/7>\n\n### Say "it"\n\n![B](https://a.example/b.png)\n\nBlurb\n\n<details>\n<summary>Why?</summary>\n\nBecause.\n\n</details>',
  );
  assert.deepEqual(said, [
    'warning: 1 post has a shortcode or block that is not known ([et_pb_blog]): “Post 1”',
  ]);
});

test('people, numbers, prices, and every button of a part', async () => {
  const { markdown, said } = await read(
    `[et_pb_testimonial author="Ada" job_title="Chief" company_name="Works" portrait_url="https://a.example/p.jpg"]<p>Said</p>[/et_pb_testimonial]
[et_pb_team_member name="Bo" position="Cook"]Cooks[/et_pb_team_member]
[et_pb_number_counter title="Guests" number="250"][/et_pb_number_counter]
[et_pb_pricing_table title="Basic" currency="$" sum="9" per="month" button_url="https://a.example/buy" button_text="Buy"]One[/et_pb_pricing_table]
[et_pb_fullwidth_header title="Head" button_one_text="1" button_one_url="https://a.example/1" button_two_text="2" button_two_url="https://a.example/2"][/et_pb_fullwidth_header]
[et_pb_social_media_follow][et_pb_social_media_follow_network url="https://a.example/"]facebook[/et_pb_social_media_follow_network][/et_pb_social_media_follow]
[fusion_title size="2"]<h2>Titled</h2>[/fusion_title]
[vc_cta h2="Come" btn_title="Go" btn_link="url:https%3A%2F%2Fa.example%2Fgo|title:x"]Now[/vc_cta]`,
  );
  assert.equal(
    markdown,
    'Ada, Chief, Works\n\n![](https://a.example/p.jpg)\n\nSaid\n\nBo, Cook\n\nCooks\n\n### Guests\n\n250\n\n### Basic\n\nOne\n\n$9 / month\n\n[Buy](https://a.example/buy)\n\n### Head\n\n[1](https://a.example/1)\n\n[2](https://a.example/2)\n\n## Titled\n\n### Come\n\nNow\n\n[Go](https://a.example/go)',
  );
  assert.deepEqual(said, []);
});

test('WPBakery: lists of things, packed in an attribute', async () => {
  const packed = (things: unknown): string => encodeURIComponent(JSON.stringify(things));
  const { markdown, said } = await read(
    `[vc_progress_bar values="${packed([{ label: 'Cooking', value: '90', color: 'red' }])}"][some_list items="${packed(
      [
        {
          title: 'House',
          subtitle: 'By the sea',
          bg_image: '5',
          link: 'url:https%3A%2F%2Fa.example%2Fh|title:x',
        },
      ],
    )}" broken="%5B%7B%"]`,
  );
  assert.equal(
    markdown,
    'Cooking\n\n### [House](https://a.example/h)\n\nBy the sea\n\n<img src="https://blog.example/wp-content/uploads/image-5.jpg" alt="" width="1200" height="800">',
  );
  assert.deepEqual(said, [
    'warning: 1 post has a shortcode or block that is not known ([some_list]): “Post 1”',
  ]);
});

test('columns and tabs of themes do not run into each other', async () => {
  const { markdown } = await read(
    '[one_half]Left[/one_half][one_half_last]Right[/one_half_last]\n\n[tabs][tab title="First"]A[/tab][tab title="Second"]B[/tab][/tabs]',
  );
  assert.equal(markdown, 'Left\n\nRight\n\n### First\n\nA\n\n### Second\n\nB');
});

test('an address in a layout that would run is none', async () => {
  const { markdown } = await read(
    '[vc_btn title="Go" link="url:javascript%3Aalert(1)"] [et_pb_image src="javascript:x.png"][/et_pb_image] [et_pb_button button_url="javascript:x" button_text="Run"][/et_pb_button]',
  );
  assert.doesNotMatch(markdown, /javascript/);
  assert.match(markdown, /Go[\s\S]*Run/);
});

test('attributes: quotes within quotes are words', async () => {
  const { markdown } = await read(
    '[caption caption="The &quot;lake&quot;, &#8220;seen&#8221;"]<img src="https://blog.example/a.jpg" alt="A">[/caption]',
  );
  assert.match(markdown, /<figcaption>The "lake", “seen”<\/figcaption>/);
});
