import { AppError } from '#shared/api/app-error.ts';
import type { EditResult } from '#shared/api/edit.ts';
import type { Notice } from '#shared/api/notice.ts';
import { displayPath } from '../files/file-path.ts';
import { octal } from './document-info.ts';
import type { FileLink } from './file-link.ts';
import { type Tightened, tightenMode } from './tighten-mode.ts';

/** What became of the permissions that a fix is about; `planned` where there is a mode, but no file to change. */
export type ModeOutcome = NonNullable<EditResult['mode']>;

export interface ModeChanged {
  readonly outcome: ModeOutcome;
  readonly notice: Notice;
  /** Absent when nothing was changed. */
  readonly tightened?: Tightened;
}

/**
 * Takes permissions away from a document's file, on disk and at once: they are no part of its content, so no save
 * writes them and no undo gives them back. Never rejects for what the system refuses; that is told. Nothing is given
 * when there was nothing to take away.
 */
export async function changeMode(
  link: FileLink,
  { mode, readOnly }: { readonly mode: number; readonly readOnly: boolean },
): Promise<ModeChanged | undefined> {
  const { path } = link;
  const before = link.state.mode;
  if (readOnly) return failed(path, { before, mode, why: { reason: 'read-only' } });
  try {
    const tightened = await tightenMode(link, mode);
    if ((tightened.after & ~mode & 0o777) !== 0) {
      return failed(path, { before: tightened.before, mode, why: { reason: 'ignored' } });
    }
    if (tightened.after === tightened.before) return undefined;
    const modes = { before: octal(tightened.before), after: octal(tightened.after) };
    return {
      outcome: { ...modes, state: 'done' },
      notice: { code: 'mode-tightened', data: { path: displayPath(path), ...modes } },
      tightened,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { errno } = error.data;
    return failed(path, { before, mode, why: errno === undefined ? {} : { errno } });
  }
}

/** What a change of mode would be for a document that has a mode, but is not tied to its file. */
export function plannedMode(before: number | undefined, mode: number): ModeOutcome | undefined {
  if (before === undefined || (before & ~mode & 0o777) === 0) return undefined;
  return { before: octal(before), after: octal(before & mode), state: 'planned' };
}

function failed(
  path: FileLink['path'],
  { before, mode, why }: { readonly before: number; readonly mode: number; readonly why: Notice['data'] },
): ModeChanged {
  const modes = { before: octal(before), after: octal(before & mode) };
  return {
    outcome: { ...modes, state: 'failed' },
    notice: { code: 'mode-not-changed', data: { path: displayPath(path), ...modes, ...why } },
  };
}
