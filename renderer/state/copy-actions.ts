import type { CopyRequest } from '#shared/api/common.ts';
import { messages } from '../ui/messages.ts';
import { appStore } from './app-store.ts';
import { commandTarget } from './edit-actions.ts';
import { host } from './engine.ts';
import { attempt, notify } from './notices.ts';

/** Copies what the command's target names. */
export async function copyAs(as: CopyRequest['as']): Promise<void> {
  const given = commandTarget(appStore.getState());
  if (given !== undefined) await copyTarget({ document: given.document, target: given.target, as });
}

/** Asks which address a Cookie header of the selected lines is for. */
export function chooseAddress(): void {
  const lines = commandTarget(appStore.getState());
  if (lines !== undefined) appStore.setState({ dialog: { kind: 'headerFor', lines } });
}

/** Copies some lines; a failure is told. */
export async function copyTarget(entries: CopyRequest): Promise<void> {
  await attempt(() => copyText(entries));
}

/** Copies some lines; the text goes from the engine to the clipboard. What the copy lacks is told. */
export async function copyText(entries: CopyRequest): Promise<void> {
  const copied = await host().copy(entries);
  const { notices } = messages;
  const losses = copied.losses.map(notices.lost);
  notify({
    tone: losses.length > 0 ? 'warned' : 'done',
    title:
      entries.as === 'name'
        ? notices.copied
        : notices.copiedValue(appStore.getState().preferences.clearAfter),
    details: losses,
  });
}
