// Starts the page at /graphql: what Yoga's own page does inline, as a file, because the page's policy lets no
// inline script run. What to start with stands in the page as JSON.
const { workers, graphiql } = JSON.parse(document.getElementById('start').textContent);
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => workers[label] ?? workers.editorWorkerService,
};
self.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), graphiql);
