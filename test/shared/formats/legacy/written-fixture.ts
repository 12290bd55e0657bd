import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** With CRUMBS_WRITE=fixtures the fixture is written instead: run that after a change of the writers here. */
const writing = process.env['CRUMBS_WRITE'] === 'fixtures';

/** Holds a fixture against what its writer makes. */
export function expectFixture(path: string, made: Buffer): void {
  const file = new URL(`../../../fixtures/formats/${path}`, import.meta.url);
  if (writing) writeFileSync(file, made);
  expect(readFileSync(file)).toEqual(made);
}
