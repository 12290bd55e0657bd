import { createHash } from 'node:crypto';
import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import type { FileOps } from '../../main/files/file-ops.ts';
import { nodeFileOps } from '../../main/files/node-file-ops.ts';
import { saveFile } from '../../main/files/save-file.ts';
import { believesTheDisk } from './known-bad/believes-the-disk.ts';
import { truncatesFirst } from './known-bad/truncates-first.ts';
import { writeFileAtomic } from './known-bad/write-file-atomic.ts';

/** A program that saves one file once, for faults that only the system can make. Its arguments: saver, file, lines before, lines after. */
const savers = { ours: saveFile, believesTheDisk, truncatesFirst, writeFileAtomic };

const FIXED: readonly (readonly [RegExp, string])[] = [
  [/^\.crumbs-old-[0-9a-f-]+$/, '.crumbs-old-0000000000000001'],
  [/^\.crumbs-[0-9a-f-]+$/, '.crumbs-0000000000000001'],
  [/^cookies\.txt\.[0-9a-z]+$/, 'cookies.txt.tmp'],
];

/** Real calls, with temporary names that can be foreseen: a tracer wants to know them. */
function foreseeable(ops: FileOps): FileOps {
  const named = (given: unknown): unknown => {
    if (typeof given !== 'string') return given;
    const [, fixed] = FIXED.find(([pattern]) => pattern.test(path.basename(given))) ?? [];
    return fixed === undefined ? given : path.join(path.dirname(given), fixed);
  };
  const wrapped = Object.entries(ops).map(([name, call]: [string, (...given: unknown[]) => unknown]) => [
    name,
    (...given: unknown[]) => call(...given.map(named)),
  ]);
  return Object.fromEntries(wrapped);
}

function content(lines: number, kind: string): Buffer {
  const line = `.example.com\tTRUE\t/\tFALSE\t1900000000\t${kind}\tvalue\n`;
  return Buffer.from(line.repeat(lines));
}

const [, , name = '', file = '', before = '', after = ''] = process.argv;
const old = content(Number(before), 'old');
try {
  const saver = savers[name as keyof typeof savers];
  const result = await saver({
    path: file,
    chunks: [content(Number(after), 'new')],
    expected: old.length === 0 ? 'nothing' : { sha256: createHash('sha256').update(old).digest('hex') },
    safetyFolder: path.join(path.dirname(file), '../safety'),
    ops: foreseeable(nodeFileOps),
  });
  process.stdout.write(
    JSON.stringify({ saved: true, safetyCopy: result?.safetyCopy, uncertain: result?.durabilityUncertain }),
  );
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stdout.write(JSON.stringify({ saved: false, code: error.code, data: error.data }));
  process.exitCode = 1;
}
