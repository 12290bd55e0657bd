import { appStore } from './app-store.ts';
import { edit } from './edit-actions.ts';

/** Mends what the writer of a file got wrong, and what was chosen beside it. */
export async function repair(document: string, choices: readonly string[] = []): Promise<void> {
  await edit('repair.apply', { document, choices: [...choices] }, { tell: true });
}

/** Shows what a repair would do. */
export function reviewRepair(document: string): void {
  appStore.setState({ dialog: { kind: 'repair', document } });
}

/** Takes the offer of a repair away; the status bar still leads to it. */
export function leaveUnrepaired(document: string): void {
  appStore.setState(({ unrepaired }) => ({ unrepaired: [...unrepaired, document] }));
}
