const fence = /^([ \t>]*)(`{3,}|~{3,})[ \t]*\{([^{}\n]{0,500})\}[^\n]*\n/;
/** `#| echo: false` (quarto.org/docs/reference/cells): what a cell says to the program that runs it. */
const option = /^[ \t>]*(?:#|\/\/|%%|--)\|[ \t]*([\w.-]+)[ \t]*:[ \t]*(\S*)[^\n]*\n/;

/**
 * A fence whose language is in braces, as R Markdown and Quarto write code that runs (` ```{r} `): the code in its
 * language, without what is said to the program; nothing for what the page does not show (`echo=FALSE`,
 * `include: false`), and the HTML itself for ` ```{=html} `. Null for any other fence.
 */
export function readCodeCell(lines: string): string | null {
  const [opening, indent = '', ticks = '', inside = ''] = fence.exec(lines) ?? [];
  if (opening === undefined) return null;
  const code = lines.slice(opening.length);
  const raw = /^=([a-z]+)$/i.exec(inside.trim())?.[1]?.toLowerCase();
  if (raw !== undefined) return raw.startsWith('html') ? `${withoutFence(code)}\n` : '';
  const language = /^\.?([\w+#-]+)/.exec(inside.trim())?.[1] ?? '';
  const shown = /\b(?:echo|include)\s*=\s*(?:FALSE|F)\b/.test(inside) ? null : withoutOptions(code);
  return shown === null ? '' : `${indent}${ticks}${language}\n${shown}`;
}

/** The code below its options; null where they hide it. */
function withoutOptions(written: string): string | null {
  let code = written;
  for (let found = option.exec(code); found; found = option.exec(code)) {
    const [line, name = '', value = ''] = found;
    if (/^(?:echo|include)$/.test(name) && /^(?:false|no|off)$/i.test(value)) return null;
    code = code.slice(line.length);
  }
  return code;
}

function withoutFence(code: string): string {
  return code.replace(/\n?[ \t>]*(?:`{3,}|~{3,})[ \t\r]*\n?$/, '');
}
