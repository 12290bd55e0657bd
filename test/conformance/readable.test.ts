import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import { chooseClient } from '#shared/clients/registry.ts';
import { repairFor } from '#shared/document/edits/repair-for.ts';
import { previewRepairFor } from '#shared/document/repair-for/describe-repair.ts';
import { writerOf } from '#shared/document/writer.ts';
import { finish } from '#shared/table/progress.ts';
import { fixtures, open, written } from '../shared/document/open-for-test.ts';
import type { Observed, RealProgram, Session } from './differential/program.ts';
import { REAL_PROGRAMS } from './differential/programs.ts';
import { visible } from './differential/visible.ts';
import { startEchoProxy, type EchoProxy } from './echo-proxy.ts';
import { canRun } from './programs.ts';

const URLS = [
  'http://example.com/',
  'https://www.example.com/foo',
  'https://b.example/',
  'http://127.0.0.1/',
];
const clock = (): number => Math.floor(Date.now() / 1000);

/** A file as it is once it is readable by a release of a client, and whether it was told to be refused all the same. */
interface Mended {
  readonly name: string;
  readonly text: ByteString;
  readonly refused: boolean;
}

/** The recorded files that a repair for this client changes. */
function mendedFor(client: string): readonly Mended[] {
  const chosen = chooseClient(client);
  if ('refused' in chosen) throw new Error(`${client} is no client`);
  return fixtures().flatMap(({ name, text }) => {
    const document = open(text, 'netscape');
    const request = { clients: [chosen], allow: [], now: clock(), writer: writerOf(document) };
    const preview = finish(previewRepairFor(document, { ...request, most: 0 }));
    if (preview === undefined || preview.total === 0) return [];
    finish(repairFor(document, request));
    const refused = preview.gains.some(({ refusedAfter }) => refusedAfter);
    return [{ name, text: written(document), refused }];
  });
}

async function check(program: RealProgram, version: string, session: Session, file: Mended) {
  const probe = { bytes: file.text, urls: URLS };
  const before = clock();
  const prediction = program.predict(probe, version, before);
  if (program.limits.some(({ applies }) => applies(probe, prediction))) return;
  const observed = await session.observe(probe);
  expect({ file: file.name, refused: observed.refused }).toEqual({ file: file.name, refused: file.refused });
  const says = (now: number): Observed => visible(program.predict(probe, version, now).observed, observed);
  // The program took its time somewhere between the two moments.
  for (let now = before; now <= clock(); now++) if (isDeepStrictEqual(says(now), observed)) return;
  expect({ file: file.name, ...says(before) }).toEqual({ file: file.name, ...observed });
}

let proxy: EchoProxy;
beforeAll(async () => {
  proxy = await startEchoProxy();
});
afterAll(() => proxy.close());

describe.each(REAL_PROGRAMS.map((program) => ({ name: program.name ?? program.clientId, program })))(
  'files that were made readable for $name',
  ({ name, program }) => {
    const here = canRun(program.command, `repaired files read by ${name}`);
    let folder = '';
    let session: Session | undefined;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'crumbs-readable-'));
      if (here) session = await program.start({ folder, proxy });
    });
    afterAll(async () => {
      await session?.close();
      rmSync(folder, { recursive: true });
    });

    test.skipIf(!here)(
      'are read by the real one as its model says, and none is refused that was not told to be',
      async () => {
        const version = await program.version();
        if (version === undefined || session === undefined) throw new Error(`${name} tells no version`);
        const files = mendedFor(`${program.clientId} ${version}`);
        for (const file of files) await check(program, version, session, file);
        process.stdout.write(`${name} ${version}: ${files.length} repaired files\n`);
        expect(files.length).toBeGreaterThan(5);
      },
      120_000,
    );
  },
);
