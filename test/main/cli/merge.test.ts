import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const folder = temporaryFolder();
const HEADER = '# Netscape HTTP Cookie File\n';
const sid = (value: string, expiry = '4000000000'): string =>
  `.example.com\tTRUE\t/\tTRUE\t${expiry}\tsid\t${value}\n`;
const lang = 'www.example.com\tFALSE\t/\tFALSE\t0\tlang\ten\n';
const base = HEADER + sid('canaryA1') + lang;

beforeAll(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
});

let count = 0;
function file(text: string): string {
  const name = path.join(folder, `jar-${(count += 1)}.txt`);
  fs.writeFileSync(name, text, { mode: 0o600, encoding: 'latin1' });
  return name;
}

describe('crumbs diff', () => {
  test('tells two files apart cookie by cookie, without values, and by its exit code', async () => {
    const changed = `${HEADER}# a note\n${sid('canaryB2', '4100000000')}new.example\tFALSE\t/\tFALSE\t0\ta\tcanaryC3\n`;
    const { code, out, err } = await runCaptured(['diff', file(base), file(changed)]);
    expect([code, err]).toEqual([1, '']);
    expect(Buffer.from(out, 'latin1').toString('utf8').split('\n')).toEqual([
      '+ # a note',
      '~ example.com sid: Value changed, Expires: 2 October 2096, 07:06 UTC → 3 December 2099, 16:53 UTC',
      '+ new.example a',
      '- www.example.com lang',
      '',
    ]);
    expect(out).not.toContain('canary');
    const json = await runCaptured(['diff', file(base), file(changed), '--json']);
    expect([json.code, JSON.parse(json.out).differences.length]).toEqual([1, 4]);
    expect(json.out).not.toContain('canary');
    expect((await runCaptured(['diff', file(base), file(changed), '--reveal'])).out).toContain('canaryB2');
  });

  test('finds no difference in another order, other line ends and another format', async () => {
    const other = file((HEADER + lang + sid('canaryA1')).replaceAll('\n', '\r\n'));
    expect(await runCaptured(['diff', file(base), other])).toEqual({ code: 0, out: '', err: '' });
    const json = path.join(folder, 'export.json');
    await runCaptured(['convert', file(base), '--to', 'cookie-editor', '--output', json]);
    expect((await runCaptured(['diff', file(base), json])).code).toBe(0);
    expect(JSON.parse((await runCaptured(['diff', file(base), other, '--json'])).out)).toEqual({
      same: true,
      differences: [],
    });
  });

  test('fails with 2 where a file is not there', async () => {
    expect((await runCaptured(['diff', file(base), path.join(folder, 'nothing.txt')])).code).toBe(2);
  });
});

describe('crumbs merge', () => {
  test('puts both sides together into MINE itself', async () => {
    const mine = file(base.replace('en\n', 'de\n'));
    const theirs = file(base.replace('canaryA1', 'canaryB2'));
    const ran = await runCaptured(['merge', file(base), mine, theirs, '--output', mine]);
    expect(ran).toEqual({ code: 0, out: '', err: '' });
    expect(fs.readFileSync(mine, 'latin1')).toBe(
      base.replace('en\n', 'de\n').replace('canaryA1', 'canaryB2'),
    );
  });

  test('puts JSON that both sides added together, though git gives an empty file as its base', async () => {
    const entry = (name: string): string =>
      `[{"domain":".example.com","hostOnly":false,"name":"${name}","path":"/","secure":true,"session":true,"value":"v"}]`;
    const { code, out, err } = await runCaptured(['merge', file(''), file(entry('one')), file(entry('two'))]);
    expect([code, err]).toEqual([0, '']);
    const names = (JSON.parse(out) as { name: string }[]).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['one', 'two']);
  });

  test('names conflicts without values, keeps my side of them, and exits with 1', async () => {
    const [from, mine, theirs] = [
      file(base),
      file(base.replace('canaryA1', 'canaryMine')),
      file(base.replace('canaryA1', 'canaryTheirs')),
    ];
    const { code, out, err } = await runCaptured(['merge', from, mine, theirs]);
    expect([code, out]).toEqual([1, base.replace('canaryA1', 'canaryMine')]);
    expect(err).toBe(
      `crumbs: conflict: example.com sid: value (line 2 of the result)\ncrumbs: 1 conflict; the result has what ${mine} says there.\n`,
    );
    const preferring = await runCaptured(['merge', from, mine, theirs, '--prefer', 'theirs']);
    expect(preferring).toEqual({ code: 0, out: base.replace('canaryA1', 'canaryTheirs'), err: '' });
  });
});
