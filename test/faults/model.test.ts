import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { lawSeed } from '../laws.ts';
import { type Client, commandsOf, type Steps } from './model-commands.ts';
import { ModelDesk } from './model-desk.ts';
import { canRun } from './save-runs.ts';

/** Seeds of runs that failed once, each tried again in every run. */
const REGRESSIONS = path.join(import.meta.dirname, 'model-regressions.json');
const LEAST_STEPS = Number(process.env['CRUMBS_MODEL_STEPS'] ?? 10_000);
const STEPS_A_ROUND = 90;

let served = 0;
const server = http.createServer((_request, response) => {
  served += 1;
  response.setHeader('Set-Cookie', `name${served % 5}=served${served}; Max-Age=100000`);
  response.end('ok');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => void server.close());

function clients(): Client[] {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}/`;
  const all: Client[] = [
    { name: 'curl', command: (file) => ['curl', '-s', '-b', file, '-c', file, url] },
    {
      name: 'wget',
      command: (file) => [
        'wget',
        '-q',
        '-O',
        '/dev/null',
        '--load-cookies',
        file,
        '--save-cookies',
        file,
        '--keep-session-cookies',
        url,
      ],
    },
  ];
  return all.filter(({ name }) => canRun(name, '--version'));
}

const property = (steps: Steps) =>
  fc.asyncProperty(
    fc.commands(commandsOf(clients()), { maxCommands: STEPS_A_ROUND, size: 'max' }),
    async (commands) => {
      const desk = new ModelDesk();
      try {
        await desk.open();
        await fc.asyncModelRun(() => ({ model: steps, real: desk }), commands);
      } finally {
        await desk.dispose();
      }
    },
  );

test(
  'no edit and no byte of another program is lost, whatever happens in whatever order',
  { timeout: 600_000 },
  async () => {
    const steps: Steps = { count: 0 };
    const known = JSON.parse(fs.readFileSync(REGRESSIONS, 'utf8')) as number[];
    for (const seed of known) await fc.assert(property(steps), { seed, numRuns: 3 });
    let rounds = 0;
    for (let seed = lawSeed; steps.count < LEAST_STEPS; seed++) {
      const details = await fc.check(property(steps), {
        seed,
        numRuns: 20,
        endOnFailure: process.env['CI'] === '1',
      });
      rounds += details.numRuns;
      if (!details.failed) continue;
      fs.writeFileSync(REGRESSIONS, `${JSON.stringify([...new Set([...known, seed])])}\n`);
      const why = details.errorInstance instanceof Error ? details.errorInstance.message : '';
      expect.unreachable(`${why}\n${fc.defaultReportMessage(details) ?? `seed ${seed}`}`);
    }
    process.stdout.write(
      `model: ${steps.count} steps in ${rounds} rounds, seed ${lawSeed}, ${served} requests of real clients\n`,
    );
  },
);
