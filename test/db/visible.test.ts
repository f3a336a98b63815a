import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visiblePost, visibleResource } from '../../src/db/visible.ts';
import { sightOf } from '../../src/domain/visibility.ts';

test('the public sees what is published, as one equality that an index can serve', () => {
  const sight = sightOf({ kind: 'public' });
  assert.equal(visiblePost(sight, 'p').text, `(p."status" = 'PUBLISHED'::"PostStatus")`);
  assert.equal(visibleResource(sight, 'r').text, `(r."status" = 'PUBLISHED'::"PostStatus")`);
  assert.deepEqual(visiblePost(sight, 'p').values, []);
});

test('several statuses, and none', () => {
  assert.equal(
    visiblePost({ statuses: ['DRAFT', 'PUBLISHED'] }, 'p').text,
    `(p."status" in ('DRAFT'::"PostStatus",'PUBLISHED'::"PostStatus"))`,
  );
  assert.equal(visiblePost({ statuses: [] }, 'p').text, '(false)');
});
