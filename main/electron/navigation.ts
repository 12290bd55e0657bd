import type { WebContents } from 'electron';

interface Refusable {
  preventDefault(): void;
}

/** Keeps a page where it is: no navigation, no redirect, no second window, no embedded page. */
export function denyNavigation(contents: WebContents): void {
  const refuse = (event: Refusable): void => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
