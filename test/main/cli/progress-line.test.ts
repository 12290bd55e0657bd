import { expect, test } from 'vitest';
import { ProgressLine } from '../../../main/cli/progress-line.ts';

function terminal(isTTY: boolean) {
  let written = '';
  let now = 0;
  const write = (text: string | Uint8Array): boolean => {
    written += String(text);
    return true;
  };
  const line = new ProgressLine({ isTTY, columns: 20, write }, () => now);
  return { line, written: () => written, pass: (ms: number) => (now += ms) };
}

test('work that is done soon shows no progress', () => {
  const { line, written, pass } = terminal(true);
  line.show('1 of 3');
  pass(250);
  line.show('2 of 3');
  line.show('');
  expect(written()).toBe('');
});

test('work that takes longer is shown on one line, which is gone in the end', () => {
  const { line, written, pass } = terminal(true);
  line.show('1 of 3');
  pass(400);
  line.show('2 of 3, and a name that is long\x1b[2J');
  line.show('not so soon again');
  line.show('');
  expect(written()).toBe('\r\x1b[K2 of 3, and a name \r\x1b[K');
});

test('where nobody watches nothing is drawn', () => {
  const { line, written, pass } = terminal(false);
  line.show('1 of 3');
  pass(400);
  line.show('2 of 3');
  expect(written()).toBe('');
});
