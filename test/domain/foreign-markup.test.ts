/** Shortcodes, template tags, MDX and admonitions: what they become, and that code keeps them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody } from '../../src/domain/render-body.ts';

type Case = readonly [markdown: string, html: string];

const flat = (html: string): string => html.replace(/\s*\n\s*/g, '');
async function assertCases(cases: readonly Case[]): Promise<void> {
  for (const [markdown, expected] of cases) {
    assert.equal(flat((await renderBody(markdown)).html), expected, markdown);
  }
}
const image = (src: string, alt: string): string => `<img src="${src}" alt="${alt}" decoding="async">`;
const box = (kind: string, title: string, inside: string): string =>
  `<aside class="admonition admonition-${kind}"><div class="admonition-title"><p>${title}</p></div>${inside}</aside>`;

test('Hugo shortcodes', async () => {
  await assertCases([
    ['a {{< unknown x="y" >}} b{{% param "z" %}}', '<p>a  b</p>'],
    ['{{< rawhtml >}}kept{{< /rawhtml >}}', '<p>kept</p>'],
    [
      '[t]({{< ref "posts/a.md#b" >}}) [u]({{< relref path="c" >}})',
      '<p><a href="posts/a.md#b">t</a> <a href="c">u</a></p>',
    ],
    ['{{< figure src="a b.png" alt="A *b*" >}}', `<p>${image('a%20b.png', 'A *b*')}</p>`],
    [
      '{{< figure\n  src="a.png"\n  caption="By [me](/me)"\n>}}',
      `<figure>${image('a.png', '')}<figcaption><p>By <a href="/me">me</a></p></figcaption></figure>`,
    ],
    [
      '{{< youtube w7Ft2ymGmfc >}}',
      '<p><a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc">youtube.com/watch?v=w7Ft2ymGmfc</a></p>',
    ],
    ['{{< gist me 12 >}}', '<p><a href="https://gist.github.com/me/12">gist.github.com/me/12</a></p>'],
    ['{{< alert >}}Mind **this**.{{< /alert >}}', box('note', 'Note', '<p>Mind <strong>this</strong>.</p>')],
    ['{{% alert title="Hey" color="warning" %}}\nText\n{{% /alert %}}', box('note', 'Hey', '<p>Text</p>')],
    [
      '{{< details summary="More" >}}\n*x*\n{{< /details >}}',
      '<details><summary>More</summary><p><em>x</em></p></details>',
    ],
    ['{{< button href="/go?a=1&b=2" >}}Go{{< /button >}}', '<p><a href="/go?a=1&amp;b=2">Go</a></p>'],
    ['{{< comment >}}secret{{< /comment >}}shown', '<p>shown</p>'],
    ['show {{</* figure src="x" */>}}', '<p>show {{&lt; figure src="x" >}}</p>'],
    [
      '{{< highlight nosuch "linenos=table" >}}\n{{ x }} *y*\n{{< /highlight >}}',
      '<pre><code class="language-nosuch">{{ x }} *y*</code></pre>',
    ],
    [
      '- a\n\n  {{< figure src="x.png" caption="c" >}}\n\n  b',
      `<ul><li><p>a</p><figure>${image('x.png', '')}<figcaption><p>c</p></figcaption></figure><p>b</p></li></ul>`,
    ],
    [
      '> {{< alert >}}x{{< /alert >}}\n> y',
      `<blockquote>${box('note', 'Note', '<p>x</p>')}<p>y</p></blockquote>`,
    ],
  ]);
});

test('Liquid, Nunjucks, Hexo and dev.to', async () => {
  await assertCases([
    ['{{ site.baseurl }}/a {{ "/b/" | url }} {% include x.html %}{# no #}', '<p>/a /b/</p>'],
    ['{% if x %}yes{% else %}no{% endif %} {% assign a = "b.png" %}', '<p>yesno</p>'],
    ['{% raw %}{{ kept }} {% kept %}{% endraw %}', '<p>{{ kept }} {% kept %}</p>'],
    ['{% comment %}gone{% endcomment %}kept', '<p>kept</p>'],
    [
      '{% highlight nosuch linenos %}\na {{ b }}\n{% endhighlight %}',
      '<pre><code class="language-nosuch">a {{ b }}</code></pre>',
    ],
    [
      '{% codeblock Title lang:nosuch %}\n```\n{% endcodeblock %}',
      '<pre><code class="language-nosuch">```</code></pre>',
    ],
    [
      '{% image "a.jpg" "the heading "How"" %}{.left}',
      `<p>${image('a.jpg', 'the heading "How"').replace('"How"', '&quot;How&quot;')}</p>`,
    ],
    ['<figure>\n  {% image "a.jpg" "b" %}\n</figure>', `<figure>${image('a.jpg', 'b')}</figure>`],
    ['[p]({% post_url 2016-01-01-foo %})', '<p><a href="2016-01-01-foo.md">p</a></p>'],
    ['{% embed https://dev.to/a_b/c %}', '<p><a href="https://dev.to/a_b/c">dev.to/a_b/c</a></p>'],
    [
      '{% github a/b %} by {% user ben %}',
      '<p><a href="https://github.com/a/b">github.com/a/b</a> by @ben</p>',
    ],
    ['{% details Sum %}\nx\n{% enddetails %}', '<details><summary>Sum</summary><p>x</p></details>'],
    ['text\n{: .note}\n\n* TOC\n{:toc}', '<p>text</p>'],
  ]);
});

test('Go templates and the present format', async () => {
  await assertCases([
    ['{{raw `\n\tif a < b {{x}}\n`}}', '<pre><code>if a &lt; b {{x}}</code></pre>'],
    ['{{image "a/b.png" 800}} {{code "x.go" `/a/` `/b/`}}', `<p>${image('a/b.png', '')}</p>`],
    [
      '{{video "https://www.youtube.com/embed/abc"}}',
      '<p><a href="https://www.youtube.com/watch?v=abc">youtube.com/watch?v=abc</a></p>',
    ],
    [
      '.code a.go /START/,/END/\n.image x.png 10 20\n.codes are prose.',
      `<p><img src="x.png" alt="" decoding="async">.codes are prose.</p>`,
    ],
  ]);
});

test('MDX', async () => {
  await assertCases([
    [
      'import A from \'@x/a\';\nimport {\n  B,\n\n  C\n} from "d";\n\nexport const m = {\n  a: 1\n};\n\nText',
      '<p>Text</p>',
    ],
    ['import taxes rise.\n\nexport "goods" too.', '<p>import taxes rise.</p><p>export "goods" too.</p>'],
    ['a <Foo.Bar x={{y: "}"}} z="1" /> b {/* gone */}c', '<p>a  b c</p>'],
    [
      '<Tabs>\n  <TabItem value="n" label="npm">\n\n    Run *it*:\n\n    ```nosuch\n    npm i\n      x\n    ```\n\n  </TabItem>\n</Tabs>',
      '<p><strong>npm</strong></p><p>Run <em>it</em>:</p><pre><code class="language-nosuch">npm ix</code></pre>',
    ],
    [
      '<div style={{a: "b"}} className="c"><img src={require("./a.png").default} width={30} /></div>',
      '<div><img src="./a.png" alt="" width="30" decoding="async"></div>',
    ],
    ['<div className="grid">\n    ![a](b.png)\n</div>', `<div><p>${image('b.png', 'a')}</p></div>`],
    [
      '<Image src="/a.png" alt="b" /> <Link to="/c">d</Link>',
      `<p>${image('/a.png', 'b')} <a href="/c">d</a></p>`,
    ],
  ]);
});

test('admonitions', async () => {
  await assertCases([
    [':::note\n\nIn *it*.\n\n:::', box('note', 'Note', '<p>In <em>it</em>.</p>')],
    [':::tip Use **this**\nx\n:::', box('tip', 'Use <strong>this</strong>', '<p>x</p>')],
    [':::warning[See [b](/c)]\nx\n:::\ny', `${box('warning', 'See <a href="/c">b</a>', '<p>x</p>')}<p>y</p>`],
    ['::::info\n:::tip\na\n:::\nb\n::::', box('info', 'Info', `${box('tip', 'Tip', '<p>a</p>')}<p>b</p>`)],
    [
      '- a\n\n  :::note\n  b\n  :::\n\n- c',
      `<ul><li><p>a</p>${box('note', 'Note', '<p>b</p>')}</li><li><p>c</p></li></ul>`,
    ],
    [':::note\nnever closed', box('note', 'Note', '<p>never closed</p>')],
    ['text :::note', '<p>text :::note</p>'],
  ]);
});

const foreign = [
  '{{< figure src="a.png" >}}',
  '{{% x %}}',
  '{% include x %}',
  '{{ site.x }}',
  '<Foo bar={1}/>',
  '{/* truncate */}',
  '{: .x}',
  '{# y #}',
  "import x from 'y';",
  ':::note',
  ':::',
  '.code a.go',
  '{% raw %}{{ x }}{% endraw %}',
].join('\n');
const shown = foreign.replaceAll('<', '&lt;');

test('code is left as it is: fenced, indented, in a list, in a quote, inline', async () => {
  const indent = (by: string): string => foreign.split('\n').join(`\n${by}`);
  const fences = [
    `\`\`\`\n${foreign}\n\`\`\``,
    `~~~~ text\n~~~\n${foreign}\n~~~~`,
    `text\n\n    ${indent('    ')}`,
    `1. a\n\n   \`\`\`\n   ${indent('   ')}\n   \`\`\``,
    `- a\n\n      ${indent('      ')}`,
    `> \`\`\`\n> ${indent('> ')}\n> \`\`\``,
    `{{< x >}}\n\n\`\`\`\n${foreign}\n\`\`\`\n\n{{< y >}}`,
    `<pre>\n${shown}\n</pre>`,
  ];
  for (const markdown of fences) {
    const { html } = await renderBody(markdown);
    assert.ok(html.includes(shown), `${markdown}\n  became\n${html}`);
  }
  for (const line of foreign.split('\n')) {
    const { html } = await renderBody(`a \`${line}\` b \`\`c \`${line}\`\` d`);
    const code = line.replaceAll('<', '&lt;');
    assert.equal(html, `<p>a <code>${code}</code> b <code>c \`${code}</code> d</p>`);
  }
});

test('in code only what hides a sign from the template engine is undone', async () => {
  const { text } = await renderBody('`{% raw %}{{{% endraw %} x }}`\n\n```\nif n {{raw "<"}}= 1\n```');
  assert.equal(text, '{{ x }}\nif n <= 1');
});

test('signs that are no markup stay text', async () => {
  const cases = [
    '{{ never closed',
    '{% nor this',
    '{{< or this',
    'a {b} c',
    '{x: 1}',
    'a { } b {}',
    'Vec<T',
    'a\\{{b',
    '100% {%',
  ];
  for (const markdown of cases) {
    assert.equal((await renderBody(markdown)).text, markdown.replace('\\', ''), markdown);
  }
});

test('addresses between angle brackets are no components, whatever letter they begin with', async () => {
  await assertCases([
    ['<Info@example.org>', '<p><a href="mailto:Info@example.org">Info@example.org</a></p>'],
    ['<HTTPS://example.org/a>', '<p><a href="https://example.org/a">HTTPS://example.org/a</a></p>'],
    ['<Foo.Bar/><Tabs\n  a="b">c</Tabs>', '<p>c</p>'],
  ]);
});

test('the caption of a table stays, as a line of its own', async () => {
  const { html, text } = await renderBody('<table><caption>C</caption><tr><td>a</td></tr></table>');
  assert.equal(html, '<table><caption>C</caption><tbody><tr><td>a</td></tr></tbody></table>');
  assert.equal(text, 'C\na');
  assert.doesNotMatch((await renderBody('<p><caption>C</caption></p>')).html, /caption/);
});
