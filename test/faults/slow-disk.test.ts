import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, builtProgram } from '../main/cli/built-program.ts';
import { temporaryFolder } from '../main/files/temporary-folder.ts';
import { canRun } from './save-runs.ts';
import { Served } from './served.ts';

const program = builtProgram('test-slow');
const root = temporaryFolder();
const LINE = 'example.com\tFALSE\t/\tTRUE\t4000000000\tname\tvalue\n';
const hasTracer = canRun('strace', '-o', '/dev/null', 'true');
const trace = path.join(root, 'trace');
const CALLS = 'fsync,link,rename';
/** Every call that a save waits for takes 300 ms longer. */
const SLOW = `exec strace -f -qq -s 4096 -o ${trace} -e trace=${CALLS} -e inject=${CALLS}:delay_enter=300000`;

beforeAll(() => buildProgram('test-slow'), 60_000);
afterAll(() => Served.killAll());

describe.skipIf(!hasTracer)('a disk that is slow (F23, not run without strace)', () => {
  test('holds up the save alone: what is asked meanwhile is answered, an edit waits its turn, and two saves write once', async () => {
    const file = path.join(root, 'jar.txt');
    fs.writeFileSync(file, `# Netscape HTTP Cookie File\n${LINE}`, { mode: 0o600 });
    const served = await Served.start(program, { folder: root, files: [file], before: SLOW });
    const [info] = await served.list();
    const document = info?.id ?? '';
    await served.setValue(document, 1, 'first');
    const first = await served.content(document);
    const view = await served.call<{ id: string }>('view.open', { document });
    let saved = 0;
    const saves = [1, 2].map(async () => {
      await served.call('document.save', { document });
      saved += 1;
    });
    for (let at = 0; at < 5; at++) {
      const answer = await served.call<{ matches: number }>('view.rows', { view: view.id, from: 0, to: 9 });
      expect(answer.matches).toBe(1);
    }
    expect(saved).toBe(0);
    // An edit waits for the save before it, and is not in it.
    await served.setValue(document, 1, 'second');
    await Promise.all(saves);
    const second = await served.content(document);
    const [after] = await served.list();
    expect([fs.readFileSync(file, 'latin1'), after?.dirty]).toEqual([first, true]);
    await served.call('document.save', { document });
    expect(fs.readFileSync(file, 'latin1')).toBe(second);
    await served.kill();
    const renames = fs.readFileSync(trace, 'latin1').split('\n');
    expect(renames.filter((line) => line.includes(`, "${file}"`))).toHaveLength(2);
  });
});
