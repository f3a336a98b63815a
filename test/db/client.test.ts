import assert from 'node:assert/strict';
import { describe, test, afterEach } from 'node:test';
import { entityId } from '../../src/domain/entity-id.ts';
import { countStatements, emptyDatabase, testDatabase } from '../support/database.ts';

const db = await testDatabase();
const author = (slug: string) => ({
  id: entityId('Author', slug),
  slug,
  path: `/authors/${slug}`,
  name: slug,
  sortName: slug,
  kind: 'PERSON' as const,
  declared: true,
});

describe('an open database', () => {
  afterEach(() => emptyDatabase(db));

  test('reads what was written', async () => {
    await db.prisma.author.create({ data: author('ada') });
    assert.equal(await db.prisma.author.count(), 1);
  });

  test('is empty again for the next test', async () => {
    assert.equal(await db.prisma.author.count(), 0);
  });

  test('shows every statement', async () => {
    const { result, statements } = await countStatements(db, async () => {
      await db.prisma.$queryRaw`/* one */ SELECT 1`;
      return db.prisma.$transaction(async (tx) => tx.author.count());
    });
    assert.equal(result, 0);
    assert.equal(statements.length, 2);
    assert.equal(statements[0], '/* one */ SELECT 1');
  });
});
