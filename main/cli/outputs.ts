import { noticeText } from '#shared/api/notice-text.ts';
import type { Notice } from '#shared/api/notice.ts';
import { contentOf, keepReplaced } from '../documents/version-actions.ts';
import { savedNotice } from '../documents/saved-notice.ts';
import type { FileStat } from '../files/file-ops.ts';
import { sameFile } from '../files/file-snapshot.ts';
import { nodeFileOps } from '../files/node-file-ops.ts';
import { saveFile } from '../files/save-file.ts';
import { refuseReadOnlyTarget } from '../files/writable-target.ts';
import { type CommandContext, UsageError } from './command.ts';
import { STDIN } from './inputs.ts';
import type { Io } from './io.ts';

/** Writes a cookie file to where `--output` says (through the safe saver, 0600 when new), else to standard output. */
export async function writeOutput(context: CommandContext, input: string, bytes: Uint8Array): Promise<void> {
  const { io, options, service } = context;
  const output = options.text('output');
  if (output === undefined || output === '-') return io.write(bytes);
  await refuseOutput(input, output);
  const { safetyFolder } = service.options;
  const replaced = await service.tasks.run({ label: `Looking at ${output}` }, (task) =>
    contentOf(service, task, output),
  );
  const saved = await saveFile({ path: output, chunks: [bytes], expected: 'anything', safetyFolder });
  keepReplaced(service, output, replaced);
  tellNotice(io, savedNotice(output, saved));
}

/** Tells what a person must hear of work that succeeded. */
export function tellNotice(io: Io, notice: Notice | undefined): void {
  if (notice === undefined) return;
  const { happened, next } = noticeText(notice);
  io.tell(`crumbs: ${happened} ${next}`);
}

/** "1 cookie", "2 cookies". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** An output that would be the wrong file: a place for files, the input under another name, one that may not be written. */
async function refuseOutput(input: string, output: string): Promise<void> {
  if (output === '' || /[/\\]$/.test(output)) {
    throw new UsageError(
      `${output === '' ? 'The name after --output' : output} names no file: nothing was written.`,
    );
  }
  const stat = await statOf(output);
  if (stat?.kind !== 'file') return;
  const read = input === STDIN ? undefined : await statOf(input);
  if (read !== undefined && sameFile(read, stat)) {
    throw new UsageError(
      `${output} is the very file that is read: nothing was written. Name another file; to mend a file where it is, use "crumbs fix --in-place".`,
    );
  }
  await refuseReadOnlyTarget(output);
}

/** What is there now; the saver says more of everything that cannot be looked at. */
function statOf(path: string): Promise<FileStat | undefined> {
  return nodeFileOps.statPath(path).catch(() => undefined);
}
