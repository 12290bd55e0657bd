#!/usr/bin/env node
/**
 * Makes a Debian package with Debian's own `dpkg-deb`, when electron-builder asks for one as it asks its packager (`fpm -s dir -t deb …`),
 * which it would have to download.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const text = /** @type {const} */ ({ type: 'string' });
const texts = /** @type {const} */ ({ type: 'string', multiple: true });

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    force: { type: 'boolean' },
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    depends: { ...texts, short: 'd' },
    'deb-recommends': texts,
    'deb-compression': text,
    'deb-priority': text,
    'after-install': text,
    'after-remove': text,
    architecture: text,
    category: text,
    description: text,
    license: text,
    maintainer: text,
    name: text,
    package: text,
    url: text,
    vendor: text,
    version: text,
  },
});

/** A description's lines behind the first are set in, and none is empty. */
function controlText(description = '') {
  const [first, ...rest] = description.split('\n');
  return [first, ...rest.map((line) => ` ${line.trim() || '.'}`)].join('\n');
}

function controlFile(installedKilobytes) {
  const fields = {
    Package: values.name,
    Version: values.version,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    'Installed-Size': installedKilobytes,
    Depends: values.depends?.join(', '),
    Recommends: values['deb-recommends']?.join(', '),
    Section: values.category ?? 'utils',
    Priority: values['deb-priority'] ?? 'optional',
    Homepage: values.url,
    Description: controlText(values.description),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** Kilobytes of everything below a folder; folders are open to all, as packages want them. */
function settle(folder) {
  fs.chmodSync(folder, 0o755);
  let kilobytes = 0;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) kilobytes += settle(at);
    else kilobytes += Math.ceil(fs.lstatSync(at).size / 1024);
  }
  return kilobytes;
}

function layFiles(folder) {
  for (const mapping of positionals) {
    const at = mapping.lastIndexOf('=/');
    const source = mapping.slice(0, at);
    const place = path.join(folder, mapping.slice(at + 1));
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.cpSync(source, place, { recursive: true, verbatimSymlinks: true });
    if (fs.lstatSync(place).isFile()) fs.chmodSync(place, 0o644);
  }
}

function layControl(folder, kilobytes) {
  fs.mkdirSync(folder, { mode: 0o755 });
  fs.writeFileSync(path.join(folder, 'control'), controlFile(kilobytes));
  for (const [option, name] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm'],
  ]) {
    if (values[option] === undefined) continue;
    fs.copyFileSync(values[option], path.join(folder, name));
    fs.chmodSync(path.join(folder, name), 0o755);
  }
}

if (values.source !== 'dir' || values.target !== 'deb') {
  console.error('Only a Debian package of a folder can be made here.');
  process.exit(2);
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-deb-'));
try {
  layFiles(folder);
  layControl(path.join(folder, 'DEBIAN'), settle(folder));
  fs.rmSync(values.package, { force: true });
  // dpkg-deb calls two of them otherwise.
  const compression =
    { gz: 'gzip', zst: 'zstd' }[values['deb-compression']] ?? values['deb-compression'] ?? 'xz';
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', folder, values.package], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
