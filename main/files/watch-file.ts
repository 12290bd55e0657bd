import type { FileOps } from './file-ops.ts';
import type { FilePath } from './file-path.ts';
import type { FileSnapshot } from './file-snapshot.ts';
import type { KnownContent } from './known-content.ts';

export type { KnownContent } from './known-content.ts';

/** What another program did: wrote other bytes, removed the file, or put the known bytes back after that. */
export type WatchEvent =
  | { readonly kind: 'changed'; readonly snapshot: FileSnapshot }
  | { readonly kind: 'gone' }
  | { readonly kind: 'back'; readonly snapshot: FileSnapshot }
  /** Watching does not work here; the file is looked at every two seconds instead. */
  | { readonly kind: 'polling' };

export interface WatchRequest {
  readonly path: FilePath;
  readonly known: KnownContent;
  readonly onEvent: (event: WatchEvent) => void;
  readonly ops?: FileOps;
}

/** Watches one file for what other programs do to it, and reports only states that have settled. */
export class FileWatcher {
  constructor(request: WatchRequest) {
    throw new Error(`pending ${typeof request}`);
  }

  /** Looks now (on focus, before a save); resolves when the state is settled and told. */
  check(): Promise<void> {
    throw new Error('pending');
  }

  /** After a save, a reload or "keep mine": this is what the document knows now. */
  know(known: KnownContent): void {
    throw new Error(`pending ${typeof known}`);
  }

  dispose(): Promise<void> {
    throw new Error('pending');
  }
}
