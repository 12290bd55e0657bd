import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownRuntime, prepareTestRuntime } from './electron-runtime.mjs';

/** What the tests use beside Node: the program, Debian's package, and what is not run without it. */
const needs = [
  ['chromium', 'chromium', 'end-to-end tests in a browser, and conformance with Chromium'],
  ['firefox-esr', 'firefox-esr', 'conformance with Firefox'],
  ['Xvfb', 'xvfb', 'end-to-end tests in Electron'],
  ['xauth', 'xauth', 'end-to-end tests in Electron'],
  ['curl', 'curl', 'conformance with curl'],
  ['wget', 'wget', 'conformance with wget'],
  ['/usr/bin/python3', 'python3', 'conformance with Python'],
  ['yt-dlp', 'yt-dlp', 'conformance with yt-dlp'],
  ['wget2', 'wget2', 'conformance with wget2'],
  ['aria2c', 'aria2', 'conformance with aria2'],
  ['gallery-dl', 'gallery-dl', 'conformance with gallery-dl'],
  ['http', 'httpie', 'commands of HTTPie'],
  ['php', 'php-cli', 'exported code in PHP'],
  ['ruby', 'ruby', 'exported code in Ruby'],
  ['/usr/lib/python3/dist-packages/requests', 'python3-requests', 'conformance with requests'],
  ['/usr/lib/python3/dist-packages/httpx', 'python3-httpx', 'conformance with httpx'],
  ['lynx', 'lynx', 'conformance with lynx'],
  ['/usr/share/perl5/HTTP/Cookies.pm', 'libhttp-cookies-perl', 'conformance with Perl'],
  ['bash', 'bash', 'commands pasted into bash'],
  ['dash', 'dash', 'commands pasted into dash'],
  ['zsh', 'zsh', 'commands pasted into zsh'],
  ['fish', 'fish', 'commands pasted into fish'],
  ['busybox', 'busybox', 'commands pasted into busybox'],
  ['mksh', 'mksh', 'commands pasted into mksh'],
  ['strace', 'strace', 'saving with faults injected, and looking for sockets'],
  ['faketime', 'faketime', 'the command line by a clock that is wrong'],
  ['/usr/sbin/mkfs.ext4', 'e2fsprogs', 'saving on a full ext4'],
  ['/usr/sbin/ip', 'iproute2', 'tests without a network'],
  ['setfacl', 'acl', 'saving a file with an access list'],
];

function isThere(program) {
  if (path.isAbsolute(program)) return fs.existsSync(program);
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => fs.existsSync(path.join(folder, program)));
}

function aptInstall(packages) {
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  if (install().status === 0) return;
  spawnSync('apt-get', ['update', '-qq'], options);
  install();
}

async function electronReason() {
  try {
    if (ownRuntime() === undefined) await prepareTestRuntime();
    return [];
  } catch (error) {
    return [`end-to-end tests in Electron (${error.message})`];
  }
}

/**
 * Installs what the tests need where that is possible: Debian's packages as root, and an Electron runtime. Gives what
 * will not be run, in words; nothing when all is there.
 */
export async function setUpTests() {
  const missing = () => needs.filter(([program]) => !isThere(program));
  const packages = [...new Set(missing().map(([, debianPackage]) => debianPackage))];
  if (packages.length > 0 && isThere('apt-get') && process.getuid?.() === 0) {
    console.log(`installing ${packages.join(' ')}`);
    aptInstall(packages);
  }
  const stillMissing = missing();
  if (stillMissing.length > 0) {
    const names = [...new Set(stillMissing.map(([, debianPackage]) => debianPackage))];
    console.log(
      `Missing here, and not installed: ${names.join(', ')}. On Debian: apt-get install ${names.join(' ')}`,
    );
  }
  const reasons = stillMissing.map(([program, , what]) => `${what} (no ${program})`);
  return [...reasons, ...(await electronReason())];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const reason of await setUpTests()) console.log(`not run: ${reason}`);
}
