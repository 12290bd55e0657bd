import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const project = path.resolve(import.meta.dirname, '../../..');

/** The first releases without the advisories of 2026, by major; those after 44 have none of them. */
const FLOORS: Readonly<Record<number, readonly [number, number]>> = {
  41: [10, 6],
  42: [9, 2],
  43: [4, 1],
  44: [0, 0],
};

/** Whether a release of Electron is one that may be shipped. */
function isSound(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [least, fixed] = FLOORS[major] ?? [0, 0];
  return major >= 41 && (minor > least || (minor === least && patch >= fixed));
}

test.each([
  ['45.4.1', true],
  ['44.0.0', true],
  ['43.4.1', true],
  ['43.4.0', false],
  ['42.10.0', true],
  ['42.9.1', false],
  ['41.10.6', true],
  ['40.99.99', false],
  ['33.2.1', false],
])('Electron %s may be shipped: %s', (version, sound) => {
  expect(isSound(version)).toBe(sound);
});

test('the Electron that is shipped is named exactly, by the lock file too, and may be', () => {
  const read = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(project, name), 'utf8'));
  const { devDependencies } = read('package.json') as { devDependencies: Record<string, string> };
  const { packages } = read('package-lock.json') as { packages: Record<string, { version: string }> };
  const named = devDependencies['electron'] ?? '';
  expect(named).toMatch(/^\d+\.\d+\.\d+$/);
  expect([packages['node_modules/electron']?.version, isSound(named)]).toEqual([named, true]);
});
