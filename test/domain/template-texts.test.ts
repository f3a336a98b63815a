/** Tags and components that hold their text themselves: it is shown, whatever becomes of the tag. */
import { test } from 'node:test';
import { assertMarkup, boxOf } from '../support/markup-cases.ts';

test('Hexo: notes, quotes, folds, tabs, buttons and words', async () => {
  await assertMarkup([
    ['{% note warning no-icon A title %}\nx\n{% endnote %}', boxOf('warning', 'A title', '<p>x</p>')],
    ['{% note info %}\nx\n{% endnote %}', boxOf('info', 'Info', '<p>x</p>')],
    [
      '{% blockquote Ada L., On it https://a.example/?a=1&b=2 The page %}\nWords.\n{% endblockquote %}',
      '<blockquote><p>Words.</p><p><span>Ada L., On it</span> <a href="https://a.example/?a=1&amp;b=2">The page</a></p></blockquote>',
    ],
    ['{% blockquote %}\nWords.\n{% endblockquote %}', '<blockquote><p>Words.</p></blockquote>'],
    ['{% pullquote left %}Words{% endpullquote %}', '<blockquote><p>Words</p></blockquote>'],
    ['{% cq %}Words{% endcq %}', '<blockquote><p>Words</p></blockquote>'],
    ['{% fold info @More %}\nx\n{% endfold %}', '<details><summary>More</summary><p>x</p></details>'],
    [
      '{% folding cyan open, More %}\nx\n{% endfolding %}',
      '<details><summary>More</summary><p>x</p></details>',
    ],
    [
      '{% hideToggle More,#fff %}\nx\n{% endhideToggle %}',
      '<details><summary>More</summary><p>x</p></details>',
    ],
    [
      '{% tabs of, 1 %}\n<!-- tab One@icon -->\na\n<!-- endtab -->\n<!-- tab Two -->\nb\n<!-- endtab -->\n{% endtabs %}',
      '<p><strong>One</strong></p><p>a</p><p><strong>Two</strong></p><p>b</p>',
    ],
    ['<!-- tab One -->\n\na', '<p>a</p>'],
    ['{% label primary@Mind *it* %}', '<p>Mind *it*</p>'],
    ['{% label Mind blue %}', '<p>Mind</p>'],
    [
      '{% btn https://a.example/x, Go on, download fa-lg %}',
      '<p><a href="https://a.example/x">Go on</a></p>',
    ],
    [
      '{% u one %} {% del two %} {% kbd Ctrl %} {% span red, three, four %} {% checkbox checked, five %}',
      '<p><u>one</u> <del>two</del> <kbd>Ctrl</kbd> three, four five</p>',
    ],
    ['{% asset_link a.pdf The file %}', '<p><a href="a.pdf">The file</a></p>'],
    ['{% link The page, https://a.example/x, of it %}', '<p><a href="https://a.example/x">The page</a></p>'],
    [
      '{% link The *page*, https://a.example/x, https://a.example/icon.png %}',
      '<p><a href="https://a.example/x">The *page*</a></p>',
    ],
  ]);
});

test('Jekyll: includes with a text, loops', async () => {
  await assertMarkup([
    [
      '{% include note.html content="Of **this**." %}',
      boxOf('note', 'Note', '<p>Of <strong>this</strong>.</p>'),
    ],
    [
      '{% include callout.html type="warning" content="Of this." %}',
      boxOf('warning', 'Warning', '<p>Of this.</p>'),
    ],
    ['{% include other.html text="Some words" %}', '<p>Some words</p>'],
    ['{% include other.html text="{{ page.text }} words" %}', ''],
    [
      '{% include image.html url="/a.png" description="Of it" %}',
      '<figure><img src="/a.png" alt="" decoding="async"><figcaption><p>Of it</p></figcaption></figure>',
    ],
    [
      '{% include video id="XsxDH4HcOWA" provider="youtube" %}',
      '<p><a href="https://www.youtube.com/watch?v=XsxDH4HcOWA">youtube.com/watch?v=XsxDH4HcOWA</a></p>',
    ],
    [
      '{% for p in site.posts %}\n* {{ p.title }}\n{% for t in p.tags %}{{ t }}{% endfor %}\n{% endfor %}\n\nend',
      '<p>end</p>',
    ],
    ['{% for i in (1..3) %}\nwords\n{% endfor %}', '<p>words</p>'],
  ]);
});

test('Hugo: tabs and boxes by position; Ruby in a page', async () => {
  await assertMarkup([
    [
      '{{< tab name="Linux" >}}\na\n{{< /tab >}}\n{{% tab "Mac" %}}\nb\n{{% /tab %}}',
      '<p><strong>Linux</strong></p><p>a</p><p><strong>Mac</strong></p><p>b</p>',
    ],
    ['{{< notice warning "Heads up" >}}x{{< /notice >}}', boxOf('warning', 'Heads up', '<p>x</p>')],
    ['{{< kbd "Ctrl" >}}', '<p><kbd>Ctrl</kbd></p>'],
    [
      "a <%= link_to 'the page', '/y' %> b <% if x %>c<% end %> `<%= d %>` 1 <% 2",
      '<p>a <a href="/y">the page</a> b c <code>&lt;%= d %></code> 1 &lt;% 2</p>',
    ],
  ]);
});

test('Zola: all tags close by the same one; shown shortcodes', async () => {
  await assertMarkup([
    [
      '{% quote(author="Vincent") %}\nA **b**\n{% end %}',
      '<blockquote><p>A <strong>b</strong></p><p>Vincent</p></blockquote>',
    ],
    ['{% aside(title="Hm") %}\nx\n{% end %}', boxOf('note', 'Hm', '<p>x</p>')],
    [
      '{{< spoiler text="Of it" >}}\nx\n{{< /spoiler >}}',
      '<details><summary>Of it</summary><p>x</p></details>',
    ],
    ['{% note(header="Hm") %}\nx\n{% end %}', boxOf('note', 'Hm', '<p>x</p>')],
    ['{{% notice style="warning" title="Hm" %}}\nx\n{{% /notice %}}', boxOf('warning', 'Hm', '<p>x</p>')],
    [
      '{{< figure src="a.png" title="A title" caption="Of it." attr="By me" attrlink="https://me.example" >}}',
      '<figure><img src="a.png" alt="A title" decoding="async"><figcaption><p>A title Of it. <a href="https://me.example">By me</a></p></figcaption></figure>',
    ],
    ['{{< video src="talks/film.mp4" >}}', '<p><a href="talks/film.mp4">film.mp4</a></p>'],
    [
      '{% mermaid() %}\ngraph TD;\n{% end %}',
      '<pre><code class="language-mermaid"><span class="hl-keyword">graph</span> <span class="hl-function">TD</span>;</code></pre>',
    ],
    ['As {{/* youtube(id="x") */}} does', '<p>As {{ youtube(id="x") }} does</p>'],
  ]);
});

test('components of MDX: boxes, folds, captions, cards, films, links', async () => {
  await assertMarkup([
    [
      '<Callout type="warning" title="Mind *it*">\n  Do **not**.\n</Callout>',
      boxOf('warning', 'Mind <em>it</em>', '<p>Do <strong>not</strong>.</p>'),
    ],
    ['<Note>Words</Note>', boxOf('note', 'Note', '<p>Words</p>')],
    ['<Tip title="T" text="Words" />', boxOf('tip', 'T', '<p>Words</p>')],
    ['<Accordion title="More">\nx\n</Accordion>', '<details><summary>More</summary><p>x</p></details>'],
    [
      '<Figure src="/a.png" alt="A" caption="Of it" />',
      '<figure><img src="/a.png" alt="A" decoding="async"><figcaption><p>Of it</p></figcaption></figure>',
    ],
    [
      '<YouTube id="abcdefghijk" title="The film" />',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">The film</a></p>',
    ],
    ['<Tweet tweetId="12345" />', '<p><a href="https://x.com/i/status/12345">x.com/i/status/12345</a></p>'],
    [
      '<LinkCard title="A card" href="/x" description="Of it." />',
      '<p><a href="/x"><strong>A card</strong></a></p><p>Of it.</p>',
    ],
    [
      "<Tabs\n  defaultValue=\"c\"\n  values={[\n    { label: 'In C', value: 'c', },\n    {value: 'r', label: 'In R'},\n  ]}>\n" +
        '<TabItem value="c">a</TabItem>\n<TabItem value="r">b</TabItem>\n<TabItem value="x">d</TabItem>\n</Tabs>',
      '<p><strong>In C</strong></p><p>a</p><p><strong>In R</strong></p><p>b</p><p><strong>x</strong></p><p>d</p>',
    ],
    [
      'd <film-player @slug="x" a="b"></film-player> <a @click="go" href="/x">c</a>',
      '<p>d  <a href="/x">c</a></p>',
    ],
    ['<Step title="First">\nDo it.\n</Step>', '<p><strong>First</strong></p><p>Do it.</p>'],
    [
      'Go <LinkButton href="/x">there</LinkButton> or <Tooltip title="so">here</Tooltip>.',
      '<p>Go <a href="/x">there</a> or here.</p>',
    ],
    ['<BlogLayout title="The post">\n\nText\n\n</BlogLayout>', '<p>Text</p>'],
  ]);
});
