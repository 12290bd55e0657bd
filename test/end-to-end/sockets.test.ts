import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { jar, line, written } from './cookie-files.ts';
import { type ElectronApp, hasElectron, startElectron } from './electron-app.ts';
import { family } from './process-family.ts';

let app: ElectronApp | undefined;
afterEach(async () => {
  await app?.dispose();
  app = undefined;
});

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return fs.readdirSync(folder).flatMap((name) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(path.join(folder, name)))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** The sockets of the internet that processes have: "tcp 0100007F:1F90 00000000:0000". */
function internetSockets(pids: readonly number[]): string[] {
  const inodes = new Set(pids.flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    fs
      .readFileSync(`/proc/net/${kind}`, 'latin1')
      .split('\n')
      .slice(1)
      .map((row) => row.trim().split(/\s+/))
      .filter((fields) => inodes.has(fields[9] ?? ''))
      .map(([, local, remote]) => `${kind} ${local} ${remote}`),
  );
}

test.runIf(hasElectron && process.platform === 'linux')(
  'the window has no socket but those that the test drives it by, on this machine alone',
  async () => {
    app = await startElectron((folder) => [written(folder, 'jar.txt', jar(line('alpha'), line('beta')))]);
    await app.page.getByText('alpha').first().waitFor();
    const sockets = internetSockets(family(app.application.process().pid ?? 0));
    // Without them nothing would have been looked at.
    expect(sockets.length).toBeGreaterThan(0);
    expect(
      sockets.filter((socket) => !/^tcp 0100007F:\w+ (?:0100007F:\w+|00000000:0000)$/.test(socket)),
    ).toEqual([]);
  },
);
