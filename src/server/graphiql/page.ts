import type { Assets } from './assets.ts';

/** A document that stands ready in a tab. */
export interface StartTab {
  readonly query: string;
}

/**
 * What the page may do. Scripts, workers, data: from here alone. `'unsafe-inline'` for styles, because the
 * editor (Monaco) sets style attributes and adds style elements as it draws, without a nonce; fonts and
 * a few pictures stand in the style sheet as `data:`.
 */
export const pageCsp = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page of GraphiQL. */
export function renderPage({ paths }: Assets, tabs: readonly StartTab[]): string {
  const start = {
    workers: {
      editorWorkerService: paths.editorWorkerService,
      json: paths.jsonWorker,
      graphql: paths.graphqlWorker,
    },
    graphiql: {
      title: 'Colophon',
      logo: `<img src="${paths.icon}" width="28" height="28" alt="">`,
      endpoint: '/graphql',
      defaultTabs: tabs,
      shouldPersistHeaders: false,
      // The ready documents need no variables; a click opens the pane.
      defaultEditorToolsVisibility: false,
    },
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Colophon: GraphiQL</title>
<link rel="icon" href="${paths.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${paths.css}">
<style>html, body, #root { height: 100%; margin: 0; overflow: hidden; }</style>
</head>
<body>
<noscript>GraphiQL is a program in this page: allow JavaScript to use it.</noscript>
<div id="root"></div>
<script type="application/json" id="start">${JSON.stringify(start).replaceAll('<', '\\u003c')}</script>
<script src="${paths.js}"></script>
<script src="${paths.boot}"></script>
</body>
</html>
`;
}
