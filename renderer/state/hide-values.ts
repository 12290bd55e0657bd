import { appStore } from './app-store.ts';

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Runs `hide` once values of a document were shown for as long as the person allows; every reveal begins the time anew. */
export function hideLater(document: string, hide: () => void): void {
  clearTimeout(timers.get(document));
  const { hideAfter } = appStore.getState().preferences;
  if (hideAfter > 0) timers.set(document, setTimeout(hide, hideAfter * 1000));
}
