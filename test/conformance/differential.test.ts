import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { probe } from './differential/odd-file.ts';
import type { Observed, Probe, RealProgram, Session } from './differential/program.ts';
import { REAL_PROGRAMS } from './differential/programs.ts';
import { visible } from './differential/visible.ts';
import { lawSeed as seed } from '../laws.ts';
import { startEchoProxy, type EchoProxy } from './echo-proxy.ts';
import { canRun } from './programs.ts';

const files = Number(process.env['CRUMBS_DIFFERENTIAL'] ?? 100);
const only = process.env['CRUMBS_ONLY']?.split(',');
const programs = REAL_PROGRAMS.filter(({ clientId }) => only?.includes(clientId) ?? true);

let proxy: EchoProxy;
let folder = '';

beforeAll(async () => {
  proxy = await startEchoProxy();
});
afterAll(() => proxy.close());

interface Count {
  probes: number;
  cookies: number;
  refused: number;
  /** Asked a second time. */
  again: number;
  readonly limits: Map<string, number>;
}

const clock = (): number => Math.floor(Date.now() / 1000);

async function compare(one: Probe, program: RealProgram, version: string, session: Session, count: Count) {
  const before = clock();
  const prediction = program.predict(one, version, before);
  const limit = program.limits.find(({ applies }) => applies(one, prediction));
  if (limit !== undefined) {
    count.limits.set(limit.why, (count.limits.get(limit.why) ?? 0) + 1);
    return;
  }
  let observed = await session.observe(one);
  const says = (now: number): Observed => visible(program.predict(one, version, now).observed, observed);
  const agree = (): boolean => {
    // The program took its time somewhere between the two moments.
    for (let now = before; now <= clock(); now++) if (isDeepStrictEqual(says(now), observed)) return true;
    return false;
  };
  count.probes++;
  count.cookies += prediction.jar.cookies.length;
  if (!agree()) {
    // A busy machine loses a request now and then; a model that is wrong is so twice.
    count.again++;
    observed = await session.observe(one);
  }
  if (observed.refused) count.refused++;
  if (!agree()) expect(says(before)).toEqual(observed);
}

describe.each(programs.map((program) => ({ name: program.name ?? program.clientId, program })))(
  '$name',
  ({ name, program }) => {
    const here = canRun(program.command, `random files against ${name}`);
    let session: Session | undefined;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'crumbs-differential-'));
      if (here) session = await program.start({ folder, proxy });
    });
    afterAll(async () => {
      await session?.close();
      rmSync(folder, { recursive: true });
    });

    test.skipIf(!here)(
      `does with ${files} random files what its model says (seed ${seed})`,
      async () => {
        const version = await program.version();
        if (version === undefined || session === undefined) throw new Error(`${name} tells no version`);
        const running = session;
        const count: Count = { probes: 0, cookies: 0, refused: 0, again: 0, limits: new Map() };
        const run = fc.asyncProperty(probe, (one) => compare(one, program, version, running, count));
        await fc.assert(run, { seed, numRuns: files });
        const limits = [...count.limits].map(([why, times]) => `; passed over ${times}: ${why}`).join('');
        process.stdout.write(
          `${name} ${version}: ${count.probes} files, ${count.cookies} cookies, ${count.refused} refused, ${count.again} asked again, seed ${seed}${limits}\n`,
        );
        expect(count.probes).toBeGreaterThan(files / 2);
        expect(count.cookies).toBeGreaterThan(files / 10);
        expect(count.again).toBeLessThanOrEqual(files / 20);
      },
      60_000 + files * 600,
    );
  },
);

test('an observation that differs from the model is seen', () => {
  const seen: Observed = { refused: false, jar: ['one'], sent: ['a=1', undefined] };
  const said: Observed = { refused: false, jar: ['one'], sent: ['a=1', 'b=2'] };
  expect(isDeepStrictEqual(visible(said, seen), seen)).toBe(true);
  for (const other of [{ ...said, jar: ['two'] }, { ...said, sent: ['a=2', ''] }, { refused: true }]) {
    expect(isDeepStrictEqual(visible(other, seen), seen)).toBe(false);
  }
});
