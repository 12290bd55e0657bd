import type { Session } from 'electron';

/** Answers every request for a permission or a device with no; the window needs none. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(() => []);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => event.preventDefault());
}

/** Cancels every request that would leave the machine; only the app's own scheme and the developer tools' pass. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
}

/** Whether a URL is answered inside the program. */
export function isLocal(url: string): boolean {
  return /^(crumbs|devtools|data|blob):/.test(url);
}
