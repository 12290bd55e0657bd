import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, builtProgram } from '../main/cli/built-program.ts';
import { temporaryFolder } from '../main/files/temporary-folder.ts';
import { canRun } from './save-runs.ts';
import { Served } from './served.ts';

const program = builtProgram('test-traced');
const root = temporaryFolder();
const hasTracer = canRun('strace', '-o', '/dev/null', 'true');
const CANARY = 'canary8c31Value';
const LINES = ['one', 'two', 'three'].map(
  (name) =>
    `example.com\tFALSE\t/\tTRUE\t${name === 'one' ? -5 : 4_000_000_000}\t${name}\t${CANARY}${name}\n`,
);
const CALLS = [
  'openat',
  'open',
  'creat',
  'mkdir',
  'rename',
  'link',
  'symlink',
  'unlink',
  'execve',
  'socket',
  'connect',
  'bind',
];
/** Where values may stand: the file, what was asked for, unsaved edits and earlier versions, which `serve` says that it keeps as they are. */
const MAY_HOLD = /^(?:jar\.txt|data\/(?:recovery|versions|copies)\/.+)$/;

beforeAll(() => buildProgram('test-traced'), 60_000);
afterAll(() => Served.killAll());

/** A person's session in the window, as the engine sees it. */
async function session(served: Served): Promise<string> {
  const [info] = await served.list();
  const document = info?.id ?? '';
  const answers: unknown[] = [info];
  const ask = async (method: string, params: object): Promise<Record<string, string>> => {
    const answer = await served.call<Record<string, string>>(method, params);
    answers.push(answer);
    return answer;
  };
  const view = await ask('view.open', { document });
  const target = { ids: [1, 2] };
  await ask('view.rows', { view: view['id'], from: 0, to: 9 });
  await ask('view.query', { view: view['id'], query: 'value:8c31', sort: [] });
  await ask('view.facets', { view: view['id'] });
  await ask('findings.summary', { document });
  await ask('overview.get', { document });
  await ask('report.get', { document });
  await ask('edit.set', { document, target, field: 'path', text: '/mine' });
  await ask('changes.list', { document, from: 0, to: 9 });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await ask('document.save', { document });
  await ask('edit.removeExpired', { document });
  await ask('document.undo', { document });
  await ask('repair.propose', { document });
  await ask('redact.open', { document });
  await ask('runCopy.make', { document, program: 'curl', url: 'https://example.com/' });
  await ask('verdict.clients', {});
  return JSON.stringify(answers);
}

/** The files that a trace tells were opened for writing, made, moved or removed. */
function writtenPaths(lines: readonly string[]): string[] {
  return lines
    .filter((line) => !/= -1 E/.test(line))
    .filter((line) => !/\bopen(?:at)?\(/.test(line) || /O_(?:WRONLY|RDWR|CREAT)/.test(line))
    .filter((line) => /\b(?:open(?:at)?|creat|mkdir|rename|link|symlink|unlink)\(/.test(line))
    .flatMap((line) => [...line.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name));
}

describe.skipIf(!hasTracer)('a session, traced (not run without strace)', { timeout: 60_000 }, () => {
  it('reaches no other machine, starts nothing, writes nowhere else, and lets no value out', async () => {
    const file = path.join(root, 'jar.txt');
    const trace = path.join(root, '..', `${path.basename(root)}.trace`);
    fs.writeFileSync(file, `# Netscape HTTP Cookie File\n\n${LINES.join('')}`, { mode: 0o600 });
    const before = `umask 000; exec strace -f -qq -s 4096 -o ${trace} -e trace=${CALLS.join(',')}`;
    const served = await Served.start(program, { folder: root, files: [file], before });
    const answers = await session(served);
    const said = served.said();
    await served.kill();
    const lines = fs.readFileSync(trace, 'latin1').split('\n');
    fs.rmSync(trace);

    const outside = writtenPaths(lines).filter((name) => !name.startsWith(root) && name !== '/dev/null');
    expect(outside).toEqual([]);
    const network = lines.filter((line) => /\b(?:connect|bind)\(.*AF_INET/.test(line));
    expect(network.map((line) => /inet_addr\("([^"]+)"\)/.exec(line)?.[1])).toEqual(['127.0.0.1']);
    const started = lines.filter((line) => /execve\(/.test(line) && !/= -1/.test(line));
    const programs = started.map((line) => path.basename(/execve\("([^"]+)"/.exec(line)?.[1] ?? ''));
    // `ls` tells of access lists, and is given open files alone.
    expect(new Set(programs)).toEqual(new Set([path.basename(process.execPath), 'ls']));
    const told = { answers, said, arguments: started.join('\n') };
    for (const [what, text] of Object.entries(told))
      expect([what, text.includes(CANARY)]).toEqual([what, false]);
    const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => fs.lstatSync(path.join(root, name)).isFile());
    const holding = files.filter((name) => fs.readFileSync(path.join(root, name), 'latin1').includes(CANARY));
    expect(holding.filter((name) => !MAY_HOLD.test(name))).toEqual([]);
    expect(new Set(holding.map((name) => name.split('/')[1] ?? name))).toEqual(
      new Set(['jar.txt', 'versions', 'copies']),
    );
    expect(names.filter((name) => (fs.lstatSync(path.join(root, name)).mode & 0o077) !== 0)).toEqual([]);
  });
});
