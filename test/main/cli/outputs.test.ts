import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { nodeFileOps } from '../../../main/files/node-file-ops.ts';
import { systemError } from '../../faults/fault-file-ops.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { runCaptured } from './run-captured.ts';

const CLEAN = '# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t1900000000\tone\tfirst\n';
const TWICE = `\ufeff${CLEAN}`;

const folder = temporaryFolder();
const disk = path.join(folder, 'disk');
let files = 0;
let mounted = false;

fs.mkdirSync(disk);
try {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk], { stdio: 'ignore' });
  mounted = true;
  execFileSync('mount', ['-o', 'remount,ro', disk]);
} catch {
  // Not root, or no mounts here: what needs a read-only disk is not run.
}

afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
});

function newFile(content = CLEAN, mode = 0o600): string {
  const file = path.join(folder, `jar-${(files += 1)}.txt`);
  fs.writeFileSync(file, content);
  fs.chmodSync(file, mode);
  return file;
}

const modeOf = (file: string): string => (fs.statSync(file).mode & 0o777).toString(8);
const convert = (file: string, output: string) =>
  runCaptured(['convert', file, '--to', 'netscape', '--output', output]);

describe('a fix of permissions', () => {
  test('is said when it is made', async () => {
    const file = newFile(CLEAN, 0o644);
    const { code, out, err } = await runCaptured(['fix', file, '--in-place']);
    expect({ code, out, mode: modeOf(file) }).toEqual({ code: 0, out: '', mode: '600' });
    expect(err).toContain('crumbs: Fix mode 0644 → 0600; 0 errors and 0 warnings left.');
  });

  test('is said beside the fixes of lines', async () => {
    const file = newFile(TWICE, 0o640);
    const { err } = await runCaptured(['fix', file, '--in-place']);
    expect(err).toMatch(/Fix 1 problem, and mode 0640 → 0600; /);
    expect([fs.readFileSync(file, 'utf8'), modeOf(file)]).toEqual([CLEAN, '600']);
  });

  test('is announced by a dry run, which makes none', async () => {
    const file = newFile(CLEAN, 0o644);
    const before = fs.statSync(file, { bigint: true });
    const { code, out, err } = await runCaptured(['fix', file, '--in-place', '--dry-run']);
    expect({ code, out: Buffer.from(out, 'latin1').toString() }).toEqual({
      code: 0,
      out: '@@ permissions\n- mode 0644\n+ mode 0600\n',
    });
    expect(err).toContain('Fix mode 0644 → 0600 (not written)');
    const { mode, ctimeNs, ino } = fs.statSync(file, { bigint: true });
    expect({ mode, ctimeNs, ino }).toEqual({ mode: before.mode, ctimeNs: before.ctimeNs, ino: before.ino });
  });

  test('is announced as what --in-place would do where the fixed file goes to standard output', async () => {
    const { err } = await runCaptured(['fix', newFile(CLEAN, 0o644), '--dry-run']);
    expect(err).toContain('mode 0644 → 0600 with --in-place (not written)');
  });

  test.each([
    { is: 'standard input', args: ['-', '--dry-run'] },
    { is: 'another file', args: [newFile(CLEAN, 0o644), '--dry-run', '--output', path.join(folder, 'x')] },
    { is: 'a file that is closed already', args: [newFile(), '--dry-run'] },
  ])('is not spoken of for $is', async ({ args }) => {
    const { code, out, err } = await runCaptured(['fix', ...args], CLEAN);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: 'crumbs: Nothing to fix (not written); 0 errors and 0 warnings left.\n',
    });
  });

  test('that fails is told, the rest is written, and the program says that not all was done', async () => {
    const file = newFile(TWICE, 0o644);
    const change = vi
      .spyOn(nodeFileOps, 'changeMode')
      .mockImplementationOnce(() => Promise.reject(systemError('EPERM')));
    const { code, err } = await runCaptured(['fix', file, '--in-place']);
    change.mockRestore();
    expect({ code, mode: modeOf(file), text: fs.readFileSync(file, 'utf8') }).toEqual({
      code: 2,
      mode: '644',
      text: CLEAN,
    });
    expect(err).toContain(`The permissions of ${file} could not be changed (EPERM): it still has mode 0644.`);
    expect(err).toContain('mode 0644 stays; 0 errors and 1 warning left');
  });
});

test('permissions that were changed before a save failed are told', async () => {
  const file = newFile(TWICE, 0o644);
  const rename = vi.spyOn(nodeFileOps, 'rename').mockRejectedValue(systemError('EIO'));
  const { code, err } = await runCaptured(['fix', file, '--in-place']);
  rename.mockRestore();
  expect({ code, mode: modeOf(file), same: fs.readFileSync(file, 'utf8') === TWICE }).toEqual({
    code: 2,
    mode: '600',
    same: true,
  });
  expect(err).toContain('The mode was changed, 0644 → 0600; the content was not.');
  expect(err).toContain('(EIO while putting the new file in its place)');
});

describe('a file that may not be written', () => {
  test.each([{ dry: [] }, { dry: ['--dry-run'] }])('is not fixed in place $dry', async ({ dry }) => {
    const file = newFile(TWICE, 0o444);
    const { code, out, err } = await runCaptured(['fix', file, '--in-place', ...dry]);
    expect({ code, out, mode: modeOf(file), same: fs.readFileSync(file, 'utf8') === TWICE }).toEqual({
      code: 2,
      out: '',
      mode: '444',
      same: true,
    });
    expect(err).toBe(
      `crumbs: ${file} is read-only: its permissions, its owner or its disk forbid writing to it. Nothing was written. Write a new file with --output, or allow writing to this one first.\n`,
    );
  });

  test('is no place for an output', async () => {
    const output = newFile('kept', 0o444);
    const { code, err } = await convert(newFile(), output);
    expect({ code, text: fs.readFileSync(output, 'utf8') }).toEqual({ code: 2, text: 'kept' });
    expect(err).toContain(`${output} is read-only`);
  });
});

describe('an output that cannot be made', () => {
  test.each([
    {
      is: 'inside a file',
      output: '/etc/passwd/x',
      says: '/etc/passwd is a file, not a folder. /etc/passwd/x was not made; nothing was written. Choose another place.',
    },
    {
      is: 'in a folder inside a file',
      output: '/etc/passwd/x/y',
      says: '/etc/passwd/x is a file, not a folder. /etc/passwd/x/y was not made; nothing was written. Choose another place.',
    },
    {
      is: 'in a missing folder',
      output: path.join(folder, 'none', 'x'),
      says: `The folder ${path.join(folder, 'none')} does not exist. ${path.join(folder, 'none', 'x')} was not made; nothing was written. Make that folder first, or choose another place.`,
    },
    {
      is: 'a folder',
      output: folder,
      says: `${folder} is a folder. Nothing was written. Choose a file in it.`,
    },
    {
      is: 'a name with a slash behind it',
      output: `${folder}/new/`,
      says: 'names no file: nothing was written.',
    },
  ])('is told: $is', async ({ output, says }) => {
    const before = fs.readdirSync(folder).length;
    const { code, out, err } = await convert(newFile(), output);
    expect({ code, out, made: fs.readdirSync(folder).length - before }).toEqual({
      code: 2,
      out: '',
      made: 1,
    });
    expect(err).toContain(says);
  });

  test.skipIf(!mounted)('is told: on a disk that cannot be written to', async () => {
    const output = path.join(disk, 'x');
    const { code, err } = await convert(newFile(), output);
    expect(code).toBe(2);
    expect(err).toBe(
      `crumbs: ${output} is on a disk that cannot be written to (EROFS while making the new file). Nothing was written. Name another place.\n`,
    );
  });

  test.each([
    { is: 'itself', to: (file: string) => file },
    {
      is: 'a symbolic link to it',
      to: (file: string) => {
        fs.symlinkSync(file, `${file}.link`);
        return `${file}.link`;
      },
    },
    {
      is: 'a second name of it',
      to: (file: string) => {
        fs.linkSync(file, `${file}.second`);
        return `${file}.second`;
      },
    },
  ])('is told: the file that is read, as $is', async ({ to }) => {
    const file = newFile(TWICE);
    for (const command of [['convert', '--to', 'playwright'], ['fix'], ['export', '--to', 'playwright']]) {
      const output = fs.existsSync(`${file}.link`) ? `${file}.link` : undefined;
      const second = fs.existsSync(`${file}.second`) ? `${file}.second` : undefined;
      const { code, err } = await runCaptured([...command, file, '--output', output ?? second ?? to(file)]);
      expect({ code, same: fs.readFileSync(file, 'utf8') === TWICE }).toEqual({ code: 2, same: true });
      expect(err).toContain('is the very file that is read: nothing was written.');
    }
  });
});

test('what a save left behind is told', async () => {
  const output = newFile('old');
  const { sync } = nodeFileOps;
  let calls = 0;
  const faulty = vi
    .spyOn(nodeFileOps, 'sync')
    .mockImplementation((file) => ((calls += 1) === 2 ? Promise.reject(systemError('EIO')) : sync(file)));
  const { code, err } = await convert(newFile(), output);
  faulty.mockRestore();
  expect(code).toBe(0);
  const [, kept = ''] = /What it held before is in (\S+)\. /.exec(err) ?? [];
  expect(fs.readFileSync(kept, 'utf8')).toBe('old');
});
