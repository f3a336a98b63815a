/**
 * Hostile Markdown and HTML. What comes out is parsed again, as a browser would parse it, and the tree is
 * judged: a pattern over text would miss what only a parser sees.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { renderBody } from '../../src/domain/render-body.ts';

const parser = unified().use(rehypeRaw).freeze();

const parse = (html: string): Root =>
  parser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] });

const forbidden =
  /^(?:script|style|iframe|frame|frameset|object|embed|applet|form|button|select|textarea|svg|math|base|meta|link|template|video|audio|source|body|html|head|isindex|keygen|portal|noscript|title|xmp|plaintext)$/;

/** What in a tree could act. */
function threats(node: Nodes): string[] {
  if (node.type === 'comment' || node.type === 'doctype') return [node.type];
  const found: string[] = [];
  if (node.type === 'element') {
    if (forbidden.test(node.tagName)) found.push(`<${node.tagName}>`);
    if (node.tagName === 'input' && node.properties.type !== 'checkbox') found.push('<input>');
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on|^style$|^srcdoc$|^srcset$|^formaction$|^background$|^xlink/i.test(name)) found.push(name);
      if (/^(?:href|src|cite|action|data|poster)$/i.test(name) && !isHarmless(String(value))) {
        found.push(`${name}=${String(value)}`);
      }
    }
  }
  return 'children' in node ? [...found, ...node.children.flatMap(threats)] : found;
}

function isHarmless(url: string): boolean {
  const { protocol } = new URL(url, 'https://blog.example/');
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol);
}

const vectors: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<ScRiPt\n>alert(1)</sCrIpT >',
  '<scr<Foo/>ipt>alert(1)</scr<Foo/>ipt>',
  '<scr{{ x }}ipt>alert(1)</scr{% x %}ipt>',
  '<img src=x onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<img src=javascript:alert(1)>',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
  '<IMG """><SCRIPT>alert("XSS")</SCRIPT>"\\>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text x=20 y=20>X</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title="</style><img src onerror=alert(1)>"></style></h1>',
  '<math href="javascript:alert(1)">CLICK</math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<xmp><p title="</xmp><svg/onload=alert(1)>">',
  '<textarea><p title="</textarea><img src=x onerror=alert(1)>">',
  '<title><p title="</title><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="data:text/html,<script>alert(1)</script>"></iframe>',
  '<iframe src="https://evil.example/" onload="alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<video><source onerror="alert(1)"></video>',
  '<video src=x onerror=alert(1) poster=javascript:alert(1)>',
  '<audio src="javascript:alert(1)">',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java&#x0A;script:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="file:///etc/passwd">x</a><a href="blob:https://x">y</a>',
  '<a href="//evil.example" onclick="alert(1)" style="position:fixed;inset:0">x</a>',
  '[x](javascript:alert(1))',
  '[x](JAVASCRIPT:alert(1) "t")',
  '[x](javascript&colon;alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x][r]\n\n[r]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![" onerror="alert(1)](x.png)',
  '[x](https://a.b/"onmouseover="alert(1))',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button><input type=image src=x onerror=alert(1)></form>',
  '<input autofocus onfocus=alert(1)>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<base href="https://evil.example/">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">x</table>',
  '<p><a/onclick=alert(1)//href=x>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<!--more--><script>alert(1)</script><!-- more -->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo "<script>alert(1)</script>" ?>',
  '```html"onload="alert(1)\n<script>alert(1)</script>\n```',
  '```<script>\nx\n```',
  '`<script>alert(1)</script>`',
  '# <img src=x onerror=alert(1)> {#"onload="x}',
  '# x {#<script>}',
  '{{< figure src="x.png" alt="\\"><script>alert(1)</script>" caption="<script>alert(1)</script>" >}}',
  '{{< figure src="javascript:alert(1)//x.png" >}}',
  '{{< button href="javascript:alert(1)" >}}x{{< /button >}}',
  '{% image "x.png" "\'><script>alert(1)</script>" %}',
  '{% embed https://x"onclick="alert(1) %}',
  '{% youtube "><script>alert(1)</script> %}',
  '{{raw `<script>alert(1)</script>`}}',
  '{% raw %}<img src=x onerror=alert(1)>{% endraw %}',
  ':::note<script>alert(1)</script>\n:::',
  ':::note[<img src=x onerror=alert(1)>]\nx\n:::',
  '> [!NOTE]\n> <script>alert(1)</script>',
  '<Image src="javascript:alert(1)" onError={alert(1)} />',
  '<Link to="javascript:alert(1)">x</Link>',
  '<div onClick={() => alert(1)} dangerouslySetInnerHTML={{__html: "<script>alert(1)</script>"}}>x</div>',
  '<TabItem label="<script>alert(1)</script>">x</TabItem>',
  'x[^1]\n\n[^1]: <script>alert(1)</script>[y](javascript:alert(1))',
  '[^"onload="]: x\n\n[^"onload="]',
];

test('the judge sees what there is to see', () => {
  const acting = '<img src=x onerror=y><a href="java\nscript:x">x</a><p style="x"><svg></svg><!-- x --></p>';
  assert.deepEqual(threats(parse(acting)), ['onError', 'href=java\nscript:x', 'style', '<svg>', 'comment']);
});

test('nothing of what is known to run script comes out able to', async () => {
  for (const vector of vectors) {
    for (const body of [vector, `text ${vector} text`, `- ${vector}`, `<div>\n${vector}\n</div>`]) {
      const { html, links, images } = await renderBody(body);
      assert.deepEqual(threats(parse(html)), [], `${body}\n  became\n${html}`);
      assert.ok([...links, ...images].every(isHarmless), body);
    }
  }
});

test('all of them in one body come out harmless too, parsed as often as one likes', async () => {
  const { html } = await renderBody(vectors.join('\n\n'));
  const tree = parse(html);
  assert.deepEqual(threats(tree), []);
  const again = unified().use(rehypeRaw).freeze();
  assert.deepEqual(threats(again.runSync(tree)), []);
});

test('text inside what is dropped is dropped with it, text around it stays', async () => {
  const { html, text } = await renderBody('before <script>alert(1)</script> <b onclick="x">bold</b> after');
  assert.equal(html, '<p>before  <b>bold</b> after</p>');
  assert.equal(text, 'before bold after');
});

test('an author may not borrow the classes of the page', async () => {
  const { html } = await renderBody(
    '<div class="modal admin"><aside class="admonition evil">x</aside></div>',
  );
  assert.equal(html, '<div><aside class="admonition">x</aside></div>');
});
