/** Every card of Ghost's editors: what is to be seen of it elsewhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCard } from '../../../src/importers/ghost/body/cards/read-card.ts';

const shown: readonly (readonly [name: string, payload: Record<string, unknown>, html: string])[] = [
  [
    'image',
    {
      src: '/a.png',
      alt: 'A "cat"',
      width: 10,
      height: 20,
      caption: 'By <a href="/jo">Jo</a>',
      href: 'https://x.org',
    },
    '<figure><a href="https://x.org"><img src="/a.png" alt="A &quot;cat&quot;" width="10" height="20"></a><figcaption>By <a href="/jo">Jo</a></figcaption></figure>',
  ],
  ['image', { src: '/a.png' }, '<p><img src="/a.png" alt=""></p>'],
  ['image', { alt: 'none' }, ''],
  [
    'gallery',
    { images: [{ src: '/a.png', alt: 'a' }, { fileName: 'x' }, null, { src: '/b.png' }], caption: 'Two' },
    '<p><img src="/a.png" alt="a"></p>\n\n\n<p><img src="/b.png" alt=""></p>\n<p>Two</p>',
  ],
  ['code', { code: '<a>\n', language: 'html' }, '<pre><code class="language-html">&lt;a&gt;\n</code></pre>'],
  [
    'codeblock',
    { code: 'x', language: '" onclick', caption: 'Said' },
    '<figure><pre><code>x</code></pre><figcaption>Said</figcaption></figure>',
  ],
  ['html', { html: '<div>own' }, '<div>own'],
  [
    'embed',
    { url: 'https://youtu.be/x', metadata: { title: 'Film & more' }, html: '<iframe>', caption: 'See' },
    '<p><a href="https://youtu.be/x">Film &amp; more</a></p><p>See</p>',
  ],
  ['embed', { html: '<iframe src="https://x.org"></iframe>' }, '<iframe src="https://x.org"></iframe>'],
  [
    'bookmark',
    {
      url: 'https://x.org/',
      metadata: { title: 'X', description: 'About <x>', author: 'Jo', publisher: 'Pub', icon: 'i' },
    },
    '<p><a href="https://x.org/">X</a><br>About &lt;x&gt;<br>Jo · Pub</p>',
  ],
  [
    'callout',
    { calloutEmoji: '💡', calloutText: '<b>Look</b>' },
    '<blockquote><p>💡 <b>Look</b></p></blockquote>',
  ],
  [
    'callout',
    { calloutEmoji: '!', calloutText: '<p dir="ltr">a</p><p>b</p>' },
    '<blockquote><p dir="ltr">! a</p><p>b</p></blockquote>',
  ],
  [
    'toggle',
    { heading: '<p>More</p>', content: 'Text' },
    '<details><summary>More</summary><p>Text</p></details>',
  ],
  ['button', { buttonText: 'Go', buttonUrl: '/go' }, '<p><a href="/go">Go</a></p>'],
  ['hr', {}, '<hr>'],
  ['paywall', {}, ''],
  [
    'video',
    { src: '/v.mp4', fileName: 'v.mp4', caption: 'V' },
    '<figure><a href="/v.mp4">v.mp4</a><figcaption>V</figcaption></figure>',
  ],
  ['audio', { src: '/content/media/a.mp3', title: 'Song' }, '<p><a href="/content/media/a.mp3">Song</a></p>'],
  [
    'file',
    { src: '/f.pdf', fileTitle: 'Paper', fileName: 'f.pdf', fileSize: 12_345, fileCaption: 'a & b' },
    '<p><a href="/f.pdf">Paper</a> (f.pdf, 12 kB)</p><p>a &amp; b</p>',
  ],
  [
    'product',
    {
      ...{ productImageSrc: '/p.png', productTitle: 'Pot', productDescription: '<p>Good</p>' },
      ...{ productRatingEnabled: true, productStarRating: 4 },
      ...{ productButtonEnabled: true, productButton: 'Buy', productUrl: 'https://x.org/p' },
    },
    '<p><img src="/p.png" alt="Pot"></p>\n<h4>Pot</h4>\n<p>★★★★☆</p>\n<p>Good</p>\n<p><a href="https://x.org/p">Buy</a></p>',
  ],
  [
    'header',
    { header: 'Big', subheader: 'small', buttonEnabled: true, buttonText: 'Go', buttonUrl: '/go' },
    '<h2>Big</h2>\n<p>small</p>\n<p><a href="/go">Go</a></p>',
  ],
  [
    'call-to-action',
    {
      textValue: '<p>Come</p>',
      showButton: true,
      buttonText: 'Go',
      buttonUrl: '/go',
      hasSponsorLabel: false,
    },
    '<blockquote>\n\n<p>Come</p>\n<p><a href="/go">Go</a></p></blockquote>',
  ],
  [
    'header',
    { header: 'Big', layout: 'split', backgroundImageSrc: '/b.png', backgroundImageWidth: 5 },
    '<p><img src="/b.png" alt="" width="5"></p>\n<h2>Big</h2>\n\n',
  ],
  [
    'call-to-action',
    { textValue: 'Come', imageUrl: '/c.png', imageWidth: 5, imageHeight: 6, hasSponsorLabel: false },
    '<blockquote>\n<p><img src="/c.png" alt="" width="5" height="6"></p>\n<p>Come</p>\n</blockquote>',
  ],
  [
    'call-to-action',
    { textValue: 'Come', imageUrl: '/c.png', hasImage: false },
    '<blockquote>\n\n<p>Come</p>\n</blockquote>',
  ],
  [
    'before-after',
    { beforeImage: { src: '/a.png' }, afterImage: { src: '/b.png' } },
    '<p><img src="/a.png" alt=""></p>\n<p><img src="/b.png" alt=""></p>',
  ],
  ['plugin-card', { html: '<p>theirs</p>' }, '<p>theirs</p>'],
];

test('cards that are shown', () => {
  for (const [name, payload, html] of shown) {
    const card = readCard(name, payload);
    assert.deepEqual(card, { format: 'html', text: html }, name);
  }
  assert.deepEqual(readCard('markdown', { markdown: '*x*' }), { format: 'markdown', text: '*x*' });
});

test('cards that are left out, and why', () => {
  const left: readonly (readonly [name: string, payload: Record<string, unknown>, why: string])[] = [
    ['email', { html: 'Hello {first_name}' }, 'mail'],
    ['email-cta', { html: 'x' }, 'mail'],
    ['signup', { header: 'Join' }, 'form'],
    ['button', { buttonText: 'Join', buttonUrl: '#/portal/signup' }, 'form'],
    ['button', { buttonText: 'Join', buttonUrl: '__GHOST_URL__/#/portal/signup' }, 'form'],
    ['collection', {}, 'live'],
    ['never-heard-of', { x: 1 }, 'unknown'],
    [
      'html',
      { html: 'secret', visibility: { web: { nonMember: false, memberSegment: 'status:free' } } },
      'members',
    ],
    ['html', { html: 'secret', visibility: { showOnWeb: false, showOnEmail: true } }, 'members'],
    ['call-to-action', { textValue: 'x', visibility: { emailOnly: true } }, 'members'],
  ];
  for (const [name, payload, why] of left) {
    const card = readCard(name, payload);
    assert.ok('leftOut' in card && card.leftOut.why === why, name);
  }
  const named = readCard('<script>alert(1)</script>', {});
  assert.ok('leftOut' in named && named.leftOut.name === 'without a name');
});

test('payloads of wrong types make no noise', () => {
  for (const [name] of shown)
    for (const value of [null, 7, [], {}, true])
      readCard(
        name,
        Object.fromEntries(
          [
            'src',
            'images',
            'html',
            'url',
            'metadata',
            'caption',
            'visibility',
            'calloutText',
            'heading',
            'buttonUrl',
            'header',
            'code',
          ].map((key) => [key, value]),
        ),
      );
});
