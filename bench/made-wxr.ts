/**
 * A WXR file of a given size as a blog of many years has it: posts in blocks with an image each, three comments,
 * what plugins add, a fifth of them with what an SEO plugin says; an attachment for every post.
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { randomness } from '../test/support/random.ts';

const random = randomness(7);
const syllables = 'ba co di fu ga hel in jo ka lo men nu or pi qua res sol ti ur ven wa xi yo zer'.split(' ');

/** Words as unequal as those of a language (Zipf). */
function word(): string {
  const rank = Math.floor(Math.exp((random.below(1_000_000) / 1_000_000) * 9));
  const parts = [
    syllables[rank % 24],
    syllables[Math.floor(rank / 24) % 24],
    syllables[Math.floor(rank / 576)],
  ];
  return parts.filter((part) => part !== undefined).join('');
}

function words(count: number): string {
  return Array.from({ length: count }, word).join(' ');
}

const paragraph = (): string =>
  `<!-- wp:paragraph -->\n<p>${words(30)} <strong>${words(3)}</strong>, <a href="https://blog.example/2015/03/post-${random.below(5_000)}/">${words(3)}</a> ${words(40)}.</p>\n<!-- /wp:paragraph -->\n`;

function content(number: number): string {
  const paragraphs = Array.from({ length: 6 + random.below(14) }, paragraph);
  return `${paragraphs[0] ?? ''}<!-- wp:image {"id":${number + 1},"sizeSlug":"large"} -->
<figure class="wp-block-image size-large"><img src="https://blog.example/wp-content/uploads/image-${number}-1024x683.jpg" alt="" class="wp-image-${number + 1}"/><figcaption>${words(8)}</figcaption></figure>
<!-- /wp:image -->
<!-- wp:heading -->\n<h2>${words(4)}</h2>\n<!-- /wp:heading -->
${paragraphs.slice(1).join('')}<!-- wp:list -->\n<ul><li>${words(6)}</li><li>${words(9)}</li></ul>\n<!-- /wp:list -->`;
}

function meta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>\n`;
}

function comment(id: number): string {
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[${words(2)}]]></wp:comment_author><wp:comment_author_email>reader${id}@example.org</wp:comment_author_email><wp:comment_author_IP>192.0.2.${id % 250}</wp:comment_author_IP><wp:comment_date>2015-03-01 10:00:00</wp:comment_date><wp:comment_content><![CDATA[${words(60)}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>\n`;
}

function common(id: number, type: string, status: string, slug: string, date: Date): string {
  const stamp = date.toISOString().slice(0, 19).replace('T', ' ');
  return `<pubDate>${date.toUTCString()}</pubDate><dc:creator><![CDATA[author${id % 40}]]></dc:creator>
<guid isPermaLink="false">https://blog.example/?p=${id}</guid><wp:post_id>${id}</wp:post_id>
<wp:post_date><![CDATA[${stamp}]]></wp:post_date><wp:post_date_gmt><![CDATA[${stamp}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[${slug}]]></wp:post_name><wp:status><![CDATA[${status}]]></wp:status><wp:post_type><![CDATA[${type}]]></wp:post_type><wp:post_password><![CDATA[]]></wp:post_password><wp:is_sticky>0</wp:is_sticky>\n`;
}

function post(number: number): string {
  const id = number * 2 + 2;
  const date = new Date(Date.UTC(2004, 0, 1) + number * 6 * 3_600_000);
  const tags = Array.from({ length: 4 }, () => random.below(2_000)).map(
    (tag) => `<category domain="post_tag" nicename="tag-${tag}"><![CDATA[Tag ${tag}]]></category>\n`,
  );
  const seo = random.chance(0.2)
    ? meta('_yoast_wpseo_title', `${words(6)} %%sep%% %%sitename%%`) +
      meta('_yoast_wpseo_metadesc', words(20))
    : '';
  return `<item><title><![CDATA[${words(7)}]]></title><link>https://blog.example/2015/03/post-${number}/</link>
<content:encoded><![CDATA[${content(number * 2)}]]></content:encoded>
<excerpt:encoded><![CDATA[${random.chance(0.5) ? words(30) : ''}]]></excerpt:encoded>
${common(id, 'post', random.chance(0.05) ? 'draft' : 'publish', `post-${number}`, date)}<category domain="category" nicename="category-${number % 60}"><![CDATA[Category ${number % 60}]]></category>
${tags.join('')}${meta('_thumbnail_id', String(id - 1))}${meta('_edit_last', '1')}${meta('_wpas_done_all', '1')}${meta('_plugin_cache', words(120))}${seo}${[1, 2, 3].map((one) => comment(number * 3 + one)).join('')}</item>\n`;
}

function attachment(number: number): string {
  const id = number * 2 + 1;
  const date = new Date(Date.UTC(2004, 0, 1) + number * 6 * 3_600_000);
  const sizes = ['thumbnail', 'medium', 'large'].map(
    (name) =>
      `s:${name.length}:"${name}";a:4:{s:4:"file";s:21:"image-1024x683.jpg";s:5:"width";i:1024;s:6:"height";i:683;s:9:"mime-type";s:10:"image/jpeg";}`,
  );
  return `<item><title><![CDATA[image-${number}]]></title><link>https://blog.example/2015/03/post-${number}/image-${number}/</link>
<content:encoded><![CDATA[]]></content:encoded><excerpt:encoded><![CDATA[${words(6)}]]></excerpt:encoded>
${common(id, 'attachment', 'inherit', `image-${number}`, date)}<wp:post_parent>${id + 1}</wp:post_parent><wp:attachment_url><![CDATA[https://blog.example/wp-content/uploads/image-${number}.jpg]]></wp:attachment_url>
${meta('_wp_attached_file', `image-${number}.jpg`)}${meta('_wp_attachment_image_alt', words(5))}${meta('_wp_attachment_metadata', `a:5:{s:5:"width";i:2048;s:6:"height";i:1365;s:4:"file";s:9:"image.jpg";s:5:"sizes";a:3:{${sizes.join('')}}}`)}</item>\n`;
}

function head(): string {
  const authors = Array.from(
    { length: 40 },
    (_, index) =>
      `<wp:author><wp:author_id>${index + 1}</wp:author_id><wp:author_login><![CDATA[author${index}]]></wp:author_login><wp:author_email><![CDATA[author${index}@example.org]]></wp:author_email><wp:author_display_name><![CDATA[${words(2)}]]></wp:author_display_name></wp:author>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A large blog</title><link>https://blog.example</link><description></description><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://blog.example</wp:base_blog_url>
${authors.join('')}`;
}

/** @returns how many posts are in it */
export async function makeWxr(path: string, megabytes: number): Promise<number> {
  const stream = createWriteStream(path);
  let [bytes, posts] = [0, 0];
  const write = async (text: string): Promise<void> => {
    bytes += Buffer.byteLength(text);
    if (!stream.write(text)) await once(stream, 'drain');
  };
  await write(head());
  for (; bytes < megabytes * 1e6; posts += 1) await write(attachment(posts) + post(posts));
  await write('</channel></rss>\n');
  stream.end();
  await once(stream, 'finish');
  return posts;
}
