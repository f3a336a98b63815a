/** GraphQL over HTTP, by graphql-http's own audits: every MUST, SHOULD and MAY. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { smallServer } from '../support/server.ts';

const { yoga } = smallServer();
const audits = serverAudits({
  url: 'http://localhost/graphql',
  fetchFn: (url: string, init?: RequestInit) => Promise.resolve(yoga.fetch(url, init ?? {})),
});

for (const audit of audits) {
  test(`audit ${audit.id}: ${audit.name}`, async () => {
    const result = await audit.fn();
    assert.equal(result.status, 'ok', 'reason' in result ? result.reason : '');
  });
}
