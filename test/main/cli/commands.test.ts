import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const CANARY = 'canary77aa01Value';
const CLEAN = [
  '# Netscape HTTP Cookie File',
  '',
  `.example.com\tTRUE\t/\tTRUE\t4000000000\tsid\t${CANARY}A`,
  `#HttpOnly_www.example.org\tFALSE\t/in\tTRUE\t0\tauth\t${CANARY}B`,
  '',
].join('\n');
/** An expired entry, a flag that contradicts the dot, and a line that is no entry. */
const DIRTY = [
  '# Netscape HTTP Cookie File',
  `.example.com\tTRUE\t/\tTRUE\t1500000000\told\t${CANARY}A`,
  `example.com\tTRUE\t/\tTRUE\t4000000000\tnew\t${CANARY}B`,
  `nothing but ${CANARY}C`,
  '',
].join('\n');

const folder = temporaryFolder();
let files = 0;

function newFile(text: string, name = `jar-${(files += 1)}.txt`): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text, { encoding: 'latin1', mode: 0o600 });
  return file;
}

beforeEach(() => {
  process.env['CRUMBS_DATA_DIR'] = path.join(folder, 'data');
});

describe('crumbs check', () => {
  test('prints what it found as JSON, and fails when there is an error', async () => {
    const file = newFile(DIRTY);
    const { code, out, err } = await runCaptured(['check', file, '--json']);
    const { files: checked } = JSON.parse(out);
    expect({ code, err, count: checked.length }).toEqual({ code: 1, err: '', count: 1 });
    expect(Object.keys(checked[0])).toEqual(['file', 'format', 'entries', 'unparsed', 'findings']);
    expect(checked[0]).toMatchObject({ file, format: 'netscape', entries: 2, unparsed: 1 });
    for (const finding of checked[0].findings) {
      expect(Object.keys(finding)).toEqual(['rule', 'severity', 'line', 'field', 'data', 'message']);
    }
    const lines: (number | null)[] = checked[0].findings.map(({ line }: { line: number | null }) => line);
    expect(lines).toContain(2);
    expect(lines).toContain(4);
    expect(out).not.toContain(CANARY);
  });

  test('prints one line a finding for people, with file and line', async () => {
    const file = newFile(DIRTY);
    const { out } = await runCaptured(['check', file]);
    expect(out).toMatch(new RegExp(`^${file}:2: (error|warning|info|hint): .+ \\[[a-z-]+\\]$`, 'm'));
    expect(out).toContain(`${file}: Netscape cookies.txt, 2 entries, 1 line kept unread, `);
    expect(out).not.toContain(CANARY);
  });

  test('counts notes for people, and prints them when it is told to', async () => {
    const file = newFile(CLEAN);
    const [few, all] = [await runCaptured(['check', file]), await runCaptured(['check', file, '--all'])];
    expect([few.out.split('\n').length, few.out.includes('--all shows them')]).toEqual([2, true]);
    expect(all.out).toContain(' info: ');
  });

  test.each([
    { level: 'error', text: CLEAN, code: 0 },
    { level: 'error', text: DIRTY, code: 1 },
    { level: 'warning', text: DIRTY, code: 1 },
    { level: 'none', text: DIRTY, code: 0 },
  ])('with --fail-on=$level exits with $code', async ({ level, text, code }) => {
    expect((await runCaptured(['check', newFile(text), `--fail-on=${level}`])).code).toBe(code);
  });

  test('reads standard input', async () => {
    const { out } = await runCaptured(['check', '-', '--json', '--fail-on', 'none'], CLEAN);
    expect(JSON.parse(out).files[0]).toMatchObject({ file: '-', entries: 2 });
  });

  test('goes on with the other files when one fails, and exits with 2', async () => {
    const missing = path.join(folder, 'missing.txt');
    const { code, out, err } = await runCaptured(['check', missing, newFile(DIRTY), '--json']);
    expect({ code, files: JSON.parse(out).files.length }).toEqual({ code: 2, files: 1 });
    expect(err).toContain(`${missing} does not exist.`);
  });
});

describe('crumbs list', () => {
  test('prints entries as JSON with masked values', async () => {
    const { code, out } = await runCaptured(['list', newFile(CLEAN), '--json']);
    expect({ code, json: JSON.parse(out).files[0] }).toEqual({
      code: 0,
      json: {
        file: expect.stringMatching(/jar-\d+\.txt$/),
        entries: [
          {
            line: 3,
            name: 'sid',
            value: null,
            masked: true,
            domain: 'example.com',
            hostOnly: false,
            path: '/',
            secureOnly: true,
            httpOnly: false,
            expiryTime: 4_000_000_000,
          },
          {
            line: 4,
            name: 'auth',
            value: null,
            masked: true,
            domain: 'www.example.org',
            hostOnly: true,
            path: '/in',
            secureOnly: true,
            httpOnly: true,
          },
        ],
      },
    });
  });

  test('shows values when it is told to', async () => {
    const { out } = await runCaptured(['list', newFile(CLEAN), '--json', '--reveal']);
    const [entry] = JSON.parse(out).files[0].entries;
    expect([entry.value, 'masked' in entry]).toEqual([`${CANARY}A`, false]);
  });

  test('tells what well-known names are probably for', async () => {
    const file = newFile('# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t0\t_ga\tx\n');
    const { out } = await runCaptured(['list', file, '--query', 'purpose:analytics', '--json']);
    const [entry] = JSON.parse(out).files[0].entries;
    expect([entry.purpose, entry.purposeText]).toEqual([
      'analytics',
      'Probably Google Analytics: tells one visitor from another.',
    ]);
  });

  test('takes a query that begins with a dash', async () => {
    const { out } = await runCaptured(['list', newFile(CLEAN), '--query', '-httponly', '--json']);
    expect(JSON.parse(out).files[0].entries.map(({ name }: { name: string }) => name)).toEqual(['sid']);
  });

  test('prints columns for people, with nothing in them that a terminal obeys', async () => {
    const file = newFile(`# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\x1b[2J\tTRUE\t0\ta\x9bb\tv\n`);
    const out = Buffer.from((await runCaptured(['list', file])).out, 'latin1').toString('utf8');
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(out).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
    expect(out).toContain('session');
  });

  test('says where a query is wrong', async () => {
    const { code, out, err } = await runCaptured(['list', newFile(CLEAN), '--query', 'expires<soon']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^crumbs: /);
  });
});

describe('crumbs fix', () => {
  test('writes the mended file to standard output and leaves the file alone', async () => {
    const file = newFile(DIRTY);
    const { code, out } = await runCaptured(['fix', file]);
    expect(code).toBe(0);
    expect(fs.readFileSync(file, 'latin1')).toBe(DIRTY);
    expect(out).toContain(`${CANARY}A`);
  });

  test('writes in place, through the safe saver', async () => {
    const file = newFile(`\uFEFF${CLEAN}`);
    fs.writeFileSync(file, `\xef\xbb\xbf${CLEAN}`, 'latin1');
    const { code, out } = await runCaptured(['fix', file, '--in-place']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(fs.readFileSync(file, 'latin1')).toBe(CLEAN);
  });

  test('writes nothing in a dry run, and shows what it would do without values', async () => {
    const file = newFile(`\xef\xbb\xbf${CLEAN}`);
    const before = fs.readFileSync(file);
    const { code, out } = await runCaptured(['fix', file, '--in-place', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('@@');
    expect(out).not.toContain(CANARY);
    expect(fs.readFileSync(file)).toEqual(before);
  });

  test('writes to another file that only its owner can read', async () => {
    const output = path.join(folder, 'fixed.txt');
    const { code, out } = await runCaptured(['fix', newFile(DIRTY), `--output=${output}`]);
    expect({ code, out, mode: fs.statSync(output).mode & 0o777 }).toEqual({ code: 0, out: '', mode: 0o600 });
  });

  test.each([
    { is: 'two destinations', args: ['--in-place', '--output', 'x'] },
    { is: 'a rule that does not exist', args: ['--rule', 'no-such-rule'] },
    { is: 'two files', args: ['other.txt'] },
  ])('refuses $is', async ({ args }) => {
    const file = newFile(DIRTY);
    const { code, out } = await runCaptured(['fix', file, ...args]);
    expect({ code, out, same: fs.readFileSync(file, 'latin1') === DIRTY }).toEqual({
      code: 2,
      out: '',
      same: true,
    });
  });
});

describe('crumbs convert', () => {
  test('goes to JSON and back', async () => {
    const json = await runCaptured(['convert', newFile(CLEAN), '--to', 'playwright']);
    expect(json.code).toBe(0);
    const back = await runCaptured(['convert', '-', '--to', 'netscape'], json.out);
    expect(back.out).toBe(CLEAN);
  });

  test('says what is left out', async () => {
    const { code, err } = await runCaptured(['convert', newFile(DIRTY), '--to', 'netscape']);
    expect(code).toBe(0);
    expect(err).toContain('1 line could not be read as a cookie');
    expect(err).not.toContain(CANARY);
  });

  test('names the formats when it does not know one', async () => {
    const { code, err } = await runCaptured(['convert', newFile(CLEAN), '--to', 'xml']);
    expect(code).toBe(2);
    expect(err).toContain('netscape');
  });
});

describe('crumbs export', () => {
  const inFolder = async (args: readonly string[]) => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      return await runCaptured(args);
    } finally {
      process.chdir(before);
    }
  };

  test('prints a command without values, and writes the file that it names', async () => {
    const { code, out, err } = await inFolder([
      'export',
      newFile(CLEAN),
      '--to=curl',
      '--url=https://example.com/',
      '--query=domain:example.com',
    ]);
    expect({ code, leaks: out.includes(CANARY) || err.includes(CANARY) }).toEqual({ code: 0, leaks: false });
    expect(out).toMatch(/^curl /);
    const file = path.join(folder, 'cookies-for-curl.txt');
    expect(out).toContain('cookies-for-curl.txt');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readFileSync(file, 'latin1')).toContain(`${CANARY}A`);
  });

  test('never writes over a file that nobody named', async () => {
    const file = path.join(folder, 'cookies-for-wget.txt');
    fs.writeFileSync(file, 'something else');
    const { code } = await inFolder(['export', newFile(CLEAN), '--to=wget', '--url=https://example.com/']);
    expect({ code, text: fs.readFileSync(file, 'utf8') }).toEqual({ code: 2, text: 'something else' });
  });

  test('takes the busiest host when no address is given, and says so', async () => {
    const { code, out, err } = await inFolder(['export', newFile(DIRTY), '--to=yt-dlp']);
    expect({ code, command: out.trim() }).toEqual({
      code: 0,
      command: 'yt-dlp --cookies cookies-for-yt-dlp.txt https://example.com/',
    });
    expect(err).toContain('No --url was given: the command has https://example.com/, change it as needed.');
  });

  test.each([['--to=cookie-header'], ['--to=curl-config'], ['--to=curl', '--inline']])(
    'needs an address for %s %s',
    async (...args) => {
      const { code, out, err } = await runCaptured(['export', newFile(CLEAN), ...args]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('--url URL');
    },
  );

  test('writes the file alone to standard output', async () => {
    const args = ['--to=curl', '--url=https://example.com/', '--output=-'];
    const { code, out, err } = await runCaptured(['export', newFile(CLEAN), ...args]);
    expect({ code, first: out.split('\n')[0] }).toEqual({ code: 0, first: '# Netscape HTTP Cookie File' });
    expect(out).not.toContain('curl');
    expect(err).toContain('\ncurl -b cookies-for-curl.txt https://example.com/\n');
    expect(err).toContain(
      'would not be sent to https://example.com/: it is for other addresses. (1 cookie: auth)',
    );
  });
});

describe('advice', () => {
  test('names the folder that is missing', async () => {
    const output = path.join(folder, 'no-folder', 'x');
    const { code, err } = await runCaptured(['convert', newFile(CLEAN), '--to=netscape', '--output', output]);
    expect(code).toBe(2);
    expect(err).toContain(`The folder ${path.dirname(output)} does not exist.`);
  });

  test('never speaks of documents for a file that is missing', async () => {
    const { err } = await runCaptured(['check', path.join(folder, 'nofile')]);
    expect(err).toMatch(/nofile does not exist\. Nothing was written\. Check the name\.\n$/);
  });

  test('lists what the beginning of a name may mean', async () => {
    const { code, err } = await runCaptured(['export', newFile(CLEAN), '--to=cur']);
    expect(code).toBe(2);
    expect(err).toContain('"cur" is ambiguous: it may be curl, curl-config.');
  });

  test('leads from an encoding that cannot be written back to convert', async () => {
    const half = Buffer.concat([Buffer.from(`\ufeff${DIRTY}`, 'utf16le'), Buffer.from([0x41])]);
    const output = path.join(folder, 'unwritten.txt');
    const { code, err } = await runCaptured(['fix', newFile(half.toString('latin1')), '--output', output]);
    expect(code).toBe(2);
    expect(err).toContain('encoding that cannot be written back');
    expect(err).toContain('"crumbs convert"');
  });
});

describe('crumbs', () => {
  test.each([
    { args: [], code: 2, on: 'err', says: 'Usage: crumbs' },
    { args: ['--help'], code: 0, on: 'out', says: 'Usage: crumbs' },
    { args: ['help', 'check'], code: 0, on: 'out', says: '--fail-on LEVEL' },
    { args: ['convert', '--help'], code: 0, on: 'out', says: 'cookie-editor' },
    { args: ['--version'], code: 0, on: 'out', says: 'crumbs 0.' },
    { args: ['chekc'], code: 2, on: 'err', says: 'Did you mean "check"?' },
    { args: ['check'], code: 2, on: 'err', says: 'A file is missing.' },
    { args: ['check', 'x', '--jsn'], code: 2, on: 'err', says: 'Did you mean --json?' },
    { args: ['check', '-', '--fail-on=all'], code: 2, on: 'err', says: 'error, warning, none' },
    { args: ['serve', '--port=99999'], code: 2, on: 'err', says: '65535' },
  ] as const)('$args says $says', async ({ args, code, on, says }) => {
    const ran = await runCaptured(args);
    expect(ran.code).toBe(code);
    expect(ran[on]).toContain(says);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  test.each([
    { is: 'an empty folder', make: (file: string) => fs.mkdirSync(file), says: 'There is no cookie file in' },
    {
      is: 'an image',
      make: (file: string) => fs.writeFileSync(file, '\x89PNG\r\n\x1a\n\0\0', 'latin1'),
      says: 'image',
    },
    {
      is: 'a web page',
      make: (file: string) => fs.writeFileSync(file, '<!DOCTYPE html><html>'),
      says: 'web page',
    },
    {
      is: 'JSON that is cut off',
      make: (file: string) => fs.writeFileSync(file, `[{"name":"a","value":"${CANARY}","domain":`),
      says: 'not valid JSON',
    },
  ])('says of $is what it is, and exits with 2', async ({ make, says }) => {
    const file = path.join(folder, `odd-${(files += 1)}`);
    make(file);
    const { code, out, err } = await runCaptured(['list', file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).not.toContain(CANARY);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
