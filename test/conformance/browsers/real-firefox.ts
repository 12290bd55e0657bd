import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { connectMarionette } from './marionette.ts';
import type { Browser } from './scenario.ts';

const cookieList = v.array(
  v.object({
    name: v.string(),
    value: v.string(),
    domain: v.string(),
    path: v.string(),
    secure: v.boolean(),
    httpOnly: v.boolean(),
    expiry: v.exactOptional(v.number()),
  }),
);

const PROGRAM = 'firefox-esr';

/** Whether Debian's Firefox is here. */
export const hasFirefox = spawnSync('sh', ['-c', `command -v ${PROGRAM}`]).status === 0;

/** Nothing of these touches cookies; they keep the browser from the network, from https, from other errands and from a process for each site. */
const preferences = (proxyPort: number): Readonly<Record<string, string | number | boolean>> => ({
  'marionette.port': 0,
  'fission.autostart': false,
  'dom.ipc.processCount': 1,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
  'network.trr.mode': 5,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'dom.security.https_first': false,
  'dom.security.https_first_schemeless': false,
  'privacy.bounceTrackingProtection.mode': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.region.network.url': '',
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': 'data:,',
});

/** Debian's Firefox with a fresh profile, all of its requests through the proxy, its own cookie rules untouched. */
export async function startFirefox(proxyPort: number): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'crumbs-firefox-'));
  const lines = Object.entries(preferences(proxyPort)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const child = spawn(PROGRAM, ['--marionette', '--headless', '--no-remote', '--profile', profile], {
    env: { PATH: process.env['PATH'] ?? '', HOME: profile, LC_ALL: 'C.UTF-8' },
    stdio: 'ignore',
  });
  try {
    const { send, close } = await connectMarionette(profile);
    const capabilities = { acceptInsecureCerts: true, timeouts: { pageLoad: 10_000 } };
    const session = await send('WebDriver:NewSession', capabilities);
    const cookies = async () => v.parse(cookieList, await send('WebDriver:GetCookies', {}));
    return {
      profile,
      cookies,
      end: () => ended(child),
      version: `Firefox ${versionIn(session)}`,
      async go(url) {
        await send('WebDriver:Navigate', { url }).catch(() => undefined);
      },
      async ends() {
        return new Map(
          (await cookies()).flatMap(({ name, expiry }) =>
            expiry === undefined ? [] : [[name, expiry] as const],
          ),
        );
      },
      async dispose() {
        close();
        await ended(child);
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      },
    };
  } catch (error) {
    await ended(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    throw error;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

function versionIn(session: unknown): string {
  const text = JSON.stringify(session);
  return /"browserVersion":"([^"]+)"/.exec(text)?.[1] ?? 'of no known version';
}
