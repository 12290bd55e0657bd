import type { ConcessionWord } from '#shared/api/repair.ts';
import { appStore } from './app-store.ts';
import { edit } from './edit-actions.ts';

/** For whom a file is made readable, and what may be given up for it. */
export interface Readers {
  readonly clients: readonly string[];
  readonly allow: readonly ConcessionWord[];
}

/** Shows what it takes for programs to load a document. */
export function reviewReadable(document: string): void {
  appStore.setState({ dialog: { kind: 'readable', document } });
}

/** Makes the edits after which the programs load it. */
export async function makeReadable(document: string, { clients, allow }: Readers): Promise<void> {
  await edit('repair.applyFor', { document, clients: [...clients], allow: [...allow] }, { tell: true });
}
