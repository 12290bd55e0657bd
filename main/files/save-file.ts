import type { FileOps } from './file-ops.ts';
import type { FilePath } from './file-path.ts';
import type { FileSnapshot } from './file-snapshot.ts';

/** What must be on disk for a save to go ahead: exactly this content, nothing at all, or whatever is there. */
export type ExpectedOnDisk = { readonly sha256: string } | 'nothing' | 'anything';

export interface SaveRequest {
  readonly path: FilePath;
  /** The whole new content, in order. Walked several times; chunks must not change meanwhile, and large ones are not copied. */
  readonly chunks: Iterable<Uint8Array>;
  readonly expected: ExpectedOnDisk;
  /** Where the copy made before writing in place goes when the file's own folder cannot take it. */
  readonly safetyFolder: FilePath;
  readonly ops?: FileOps;
}

export interface SaveResult {
  readonly snapshot: FileSnapshot;
  readonly strategy: 'created' | 'renamed' | 'in-place';
  /** The file is saved, but the folder could not be synchronised: a power cut now may bring the old file back. */
  readonly durabilityUncertain: boolean;
  /** Where the previous content was left, when it was worth leaving. */
  readonly safetyCopy?: FilePath;
}

/** Replaces a file by new content or leaves it exactly as it was: there is nothing in between. Failures are AppErrors with step, errno and path. */
export function saveFile(request: SaveRequest): Promise<SaveResult> {
  throw new Error(`pending ${typeof request}`);
}
