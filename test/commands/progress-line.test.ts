import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProgressLine } from '../../src/commands/progress-line.ts';

test('on a terminal: a bar that stays in its line, cleared at the end', () => {
  const written: string[] = [];
  const progress = createProgressLine({ isTTY: true, columns: 60, write: (text) => written.push(text) });
  progress.show('posts', 0, 200);
  progress.show('posts', 200, 200);
  progress.end();
  assert.match(written[0]!, /^\r\u001b\[2K░{24} {3}0 % {2}posts 0\/200$/);
  assert.match(written[1]!, /█{24} 100 % {2}posts 200\/200$/);
  assert.equal(written.at(-1), '\r\u001b[2K');
  assert.ok(written.every((text) => !text.includes('\n')));
});

test('on a narrow terminal the bar does not wrap', () => {
  const written: string[] = [];
  const progress = createProgressLine({ isTTY: true, columns: 20, write: (text) => written.push(text) });
  progress.show('posts', 3, 3);
  assert.ok(written[0]!.replace('\r\u001b[2K', '').length < 20);
});

test('a terminal is not drawn a thousand times a second', () => {
  const written: string[] = [];
  const progress = createProgressLine({ isTTY: true, write: (text) => written.push(text) });
  for (let done = 0; done <= 1_000; done += 1) progress.show('read', done, 1_000);
  assert.ok(written.length < 50);
  assert.match(written.at(-1)!, /1000\/1000/);
});

test('elsewhere: plain lines, one a quarter of a step', () => {
  const written: string[] = [];
  const progress = createProgressLine({ write: (text) => written.push(text) });
  for (let done = 1; done <= 100; done += 1) progress.show('read', done, 100);
  progress.show('terms', 0, 0);
  progress.end();
  assert.equal(
    written.join(''),
    'read 1/100\nread 25/100\nread 50/100\nread 75/100\nread 100/100\nterms 0/0\n',
  );
});
