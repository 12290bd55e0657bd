import { appStore } from './app-store.ts';
import { isEnabled, labelOf, windowCommands } from './commands.ts';
import { host } from './engine.ts';

/** Keeps the native menu's enabled states, labels and keys as the window's commands are. Sent only when one of them changed. */
export function showMenuState(): void {
  const { desktop } = host();
  if (desktop === undefined) return;
  let sent = '';
  const send = (): void => {
    const state = appStore.getState();
    const all = windowCommands();
    const ids = all.map(({ id }) => id);
    const next = {
      enabled: Object.fromEntries(ids.map((id) => [id, isEnabled(state, id)])),
      labels: Object.fromEntries(ids.map((id) => [id, labelOf(state, id)])),
      keys: Object.fromEntries(all.map(({ id, keys }) => [id, keys[0] ?? ''])),
    };
    const text = JSON.stringify(next);
    if (text === sent) return;
    sent = text;
    void desktop.setMenuState(next);
  };
  appStore.subscribe(send);
  send();
}
