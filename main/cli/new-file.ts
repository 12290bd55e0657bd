import { AppError } from '#shared/api/app-error.ts';
import { savedNotice } from '../documents/saved-notice.ts';
import { hashChunks } from '../files/hash-content.ts';
import { saveFile } from '../files/save-file.ts';
import { type CommandContext, UsageError } from './command.ts';
import { tellNotice } from './outputs.ts';

/** Something else is where a file should go. */
export class PlaceTaken extends UsageError {}

/** Writes a file that nobody named, so it must be new, or hold exactly these bytes already. */
export async function writeNewFile(
  context: CommandContext,
  path: string,
  bytes: Uint8Array,
  command = 'export',
): Promise<void> {
  const { safetyFolder } = context.service.options;
  const chunks = [bytes];
  try {
    tellNotice(
      context.io,
      savedNotice(path, await saveFile({ path, chunks, expected: 'nothing', safetyFolder })),
    );
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'document-changed-on-disk')) throw error;
    await saveFile({ path, chunks, expected: { sha256: hashChunks(chunks) }, safetyFolder }).catch(
      (again: unknown) => {
        if (!(again instanceof AppError && again.code === 'document-changed-on-disk')) throw again;
        throw new PlaceTaken(
          `${path} is there already and holds something else: name ${command === 'export' ? 'a file with --output' : 'another place'}.`,
          command,
        );
      },
    );
  }
}
