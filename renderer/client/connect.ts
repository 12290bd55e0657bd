import type { DesktopBridge } from '#shared/api/desktop.ts';
import { browserHost } from './browser-host.ts';
import { desktopHost } from './desktop-host.ts';
import type { Host } from './host.ts';
import { connectHttp } from './http-client.ts';
import { connectPort } from './port-client.ts';

declare global {
  interface Window {
    /** Put there by the preload; its presence is what makes this page a desktop window. */
    readonly crumbs?: DesktopBridge;
  }
}

/** The host that this page runs under. Call it once, at the start: the desktop's port may come at any moment. */
export function connect(): Host {
  const bridge = window.crumbs;
  return bridge === undefined ? browserHost(connectHttp()) : desktopHost(bridge, connectPort(window));
}
