/** What addresses and texts of others tell: handles, films, places, locales. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventPlaces } from '../../../src/domain/seo/event-places.ts';
import { openGraphLocale } from '../../../src/domain/seo/open-graph.ts';
import { videoLink } from '../../../src/domain/seo/video-link.ts';
import { handleIn, twitterHandle } from '../../../src/domain/seo/web-profiles.ts';

test('handles on X', () => {
  for (const [url, handle] of [
    ['https://x.com/ada', '@ada'],
    ['https://twitter.com/@ada/', '@ada'],
    ['http://www.twitter.com/ada_l?lang=en', '@ada_l'],
    ['https://x.com/ada/status/1', null],
    ['https://x.com/share', null],
    ['https://x.com/', null],
    ['https://max.com/ada', null],
    ['https://social.example/@ada', null],
  ] as const)
    assert.equal(twitterHandle(url), handle, url);
  assert.equal(handleIn(['https://social.example/@ada', 'https://x.com/ada']), '@ada');
});

test('films by their addresses', () => {
  const player = (url: string) => videoLink(url)?.embedUrl ?? null;
  const youtube = 'https://www.youtube.com/embed/abcdefghijk';
  for (const url of [
    'https://www.youtube.com/watch?v=abcdefghijk',
    'https://youtube.com/watch?t=1&v=abcdefghijk&x=1',
    'https://youtu.be/abcdefghijk?t=2',
    'https://www.youtube.com/live/abcdefghijk',
    'https://www.youtube-nocookie.com/embed/abcdefghijk',
  ])
    assert.equal(player(url), youtube, url);
  assert.equal(player('https://vimeo.com/123456'), 'https://player.vimeo.com/video/123456');
  assert.equal(player('https://player.vimeo.com/video/123456'), 'https://player.vimeo.com/video/123456');
  assert.equal(videoLink('https://v.example/a.webm?x=1')?.contentUrl, 'https://v.example/a.webm?x=1');
  for (const url of [
    '',
    'https://v.example/a',
    'https://v.example/?f=a.mp4x',
    'https://www.youtube.com/@channel',
    'https://vimeo.com/about',
  ])
    assert.equal(videoLink(url), null, url);
});

test('where an event is, as its file says', () => {
  const venue = (name: string, address: string | null) => ({ name, address });
  for (const [metadata, places] of [
    [{}, { venue: null, online: false }],
    [null, { venue: null, online: false }],
    [{ location: 'Town hall' }, { venue: venue('Town hall', 'Town hall'), online: false }],
    [
      { Venue: 'Mill', address: 'Mill Lane 1' },
      { venue: venue('Mill', 'Mill Lane 1'), online: false },
    ],
    [
      { place: { name: 'Mill', address: 'Mill Lane 1' } },
      { venue: venue('Mill', 'Mill Lane 1'), online: false },
    ],
    [{ address: 'Mill Lane 1' }, { venue: venue('Mill Lane 1', 'Mill Lane 1'), online: false }],
    [{ location: 'Online' }, { venue: null, online: true }],
    [{ location: 'online (Zoom)' }, { venue: null, online: true }],
    [{ location: 'Online via Zoom' }, { venue: null, online: true }],
    [{ location: 'Online Street 4' }, { venue: venue('Online Street 4', 'Online Street 4'), online: false }],
    [
      { location: 'Barrow and online' },
      { venue: venue('Barrow and online', 'Barrow and online'), online: true },
    ],
    [
      { location: 'Barrow', online: true },
      { venue: venue('Barrow', 'Barrow'), online: true },
    ],
    [
      { location: 7, online: 'yes' },
      { venue: null, online: true },
    ],
  ] as const)
    assert.deepEqual(eventPlaces(metadata), places, JSON.stringify(metadata));
});

test('locales of Open Graph have a territory', () => {
  const wanted = {
    en: 'en_US',
    de: 'de_DE',
    ja: 'ja_JP',
    'pt-BR': 'pt_BR',
    'zh-Hant': 'zh_TW',
    'en-GB': 'en_GB',
    'not a tag': 'not a tag',
  };
  for (const [language, locale] of Object.entries(wanted)) assert.equal(openGraphLocale(language), locale);
});
