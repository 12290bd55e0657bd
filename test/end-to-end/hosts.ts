import { afterEach, expect } from 'vitest';
import { hasChromium, startBrowser } from './browser-app.ts';
import { hasElectron, startElectron } from './electron-app.ts';

/** Where the window runs: what it is called, how it is started, and whether this machine has what that takes. */
export const HOSTS = [
  ['Electron', startElectron, hasElectron],
  ['Chromium', startBrowser, hasChromium],
] as const;

interface App {
  readonly complaints: readonly string[];
  dispose(): Promise<void>;
}

/**
 * A `start` for the tests of the group that it is called in: after each of them what was started is ended, and nothing may have been
 * complained of meanwhile.
 */
export function endedAfterEach<Args extends unknown[], Started extends App>(
  start: (...args: Args) => Promise<Started>,
): (...args: Args) => Promise<Started> {
  const running: App[] = [];
  afterEach(async () => {
    const apps = running.splice(0);
    for (const app of apps) await app.dispose();
    expect(apps.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  return async (...args) => {
    const app = await start(...args);
    running.push(app);
    return app;
  };
}
