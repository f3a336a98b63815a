import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Spool } from '../../src/spool/spool.ts';

async function withSpool(use: (spool: Spool) => void): Promise<void> {
  const spool = await Spool.open();
  try {
    use(spool);
  } finally {
    spool.close();
  }
}

const texts = [
  '',
  'tea',
  'Grüße, 茶 and 🫖',
  'x'.repeat(2 ** 17 + 1),
  'é'.repeat(400_000),
  '茶'.repeat(340_000),
  'y'.repeat(2 ** 20),
  '🫖'.repeat(300_000),
  'z'.repeat(3_000_000),
];

test('texts of any length come back as they were, in any order', async () => {
  await withSpool((spool) => {
    const places = [...texts, ...texts].map((text) => ({ text, place: spool.add(text) }));
    for (const { text, place } of [...places, ...places.toReversed()])
      assert.ok(spool.read(place) === text, `${text.length} of ${text.slice(0, 10)}`);
  });
});

test('texts may be read between others that are added', async () => {
  await withSpool((spool) => {
    const places = [];
    for (let round = 0; round < 300; round += 1) {
      const text = `${round} ${'ä'.repeat(round * 97)}`;
      places.push({ text, place: spool.add(text) });
      const { text: earlier, place } = places[Math.floor(round / 2)] ?? { text: '', place: null };
      assert.ok(place && spool.read(place) === earlier, String(round));
    }
  });
});

test('bytes of any length, and halves of pairs, which are replaced', async () => {
  await withSpool((spool) => {
    const bytes = [1, 5_000, 2 ** 20, 2 ** 20 + 1].map((length) => Buffer.alloc(length, length % 251));
    const places = bytes.map((one) => ({ one, place: spool.addBytes(one), half: spool.add('a\ud83e') }));
    for (const { one, place, half } of places) {
      assert.ok(spool.readBytes(place).equals(one), String(one.length));
      assert.equal(spool.read(half), 'a\ufffd');
    }
  });
});
