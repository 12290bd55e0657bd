import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../main/files/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();
interface Licences {
  licences(
    root: string,
  ): readonly { readonly name: string; readonly licence: string; readonly text: string }[];
}

const hasDpkg = spawnSync('dpkg-deb', ['--version']).status === 0;

test('an icon is as large as its name says', () => {
  const icons = fs.readdirSync(path.join(root, 'resources/icons')).filter((name) => name.endsWith('.png'));
  const sizes = icons.map((name) => {
    const bytes = fs.readFileSync(path.join(root, 'resources/icons', name));
    return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}.png`;
  });
  expect(sizes).toEqual(icons);
  expect(icons).toHaveLength(8);
});

test('the program offers itself for cookie files and never for plain text', () => {
  const settings = fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');
  expect(settings).toMatch(/- ext: cookies/);
  expect(settings).not.toMatch(/ext: .*txt|text\/plain/);
});

test('each package that is bundled is named with its licence and, where it has one, the text', async () => {
  // A script without types: the name is not for the compiler.
  const module: string = '../../resources/build/licences.mjs';
  const { licences } = (await import(module)) as Licences;
  const all = licences(root);
  const own = Object.keys(
    (JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { dependencies: object })
      .dependencies,
  );
  expect(own.filter((name) => all.every((one) => one.name !== name))).toEqual([]);
  expect(
    all.filter(({ licence }) => !/^(MIT|ISC|BSD-\d-Clause|Apache-2\.0|OFL-1\.1|0BSD)$/.test(licence)),
  ).toEqual([]);
  expect(all.filter(({ text }) => text === '').map(({ name }) => name)).toEqual(['react-remove-scroll-bar']);
});

test.runIf(hasDpkg)('a folder becomes a Debian package with its scripts, owned by root', () => {
  const source = path.join(folder, 'program');
  fs.mkdirSync(source);
  fs.writeFileSync(path.join(source, 'crumbs'), '#!/bin/sh\n', { mode: 0o755 });
  const script = path.join(folder, 'postinst');
  fs.writeFileSync(script, '#!/bin/sh\nexit 0\n');
  const made = path.join(folder, 'crumbs.deb');
  const options = {
    name: 'crumbs',
    version: '1.2.3',
    architecture: 'amd64',
    maintainer: 'A <a@localhost.invalid>',
    description: 'One line\nand more',
    'deb-compression': 'zst',
    'after-install': script,
    package: made,
  };
  const packager = path.join(root, 'resources/build/deb-with-dpkg.mjs');
  const given = Object.entries(options).flatMap(([option, value]) => [`--${option}`, value]);
  const asked = ['-s', 'dir', '-t', 'deb', '--force', '-d', 'libgtk-3-0', ...given, `${source}/=/opt/Crumbs`];
  execFileSync(process.execPath, [packager, ...asked]);
  const field = (name: string): string =>
    execFileSync('dpkg-deb', ['-f', made, name], { encoding: 'utf8' }).trim();
  expect(['Package', 'Version', 'Depends', 'Description'].map(field)).toEqual([
    'crumbs',
    '1.2.3',
    'libgtk-3-0',
    'One line\n and more',
  ]);
  const files = execFileSync('dpkg-deb', ['-c', made], { encoding: 'utf8' });
  expect(files).toMatch(/^-rwxr-xr-x root\/root .* \.\/opt\/Crumbs\/crumbs$/m);
  expect(execFileSync('dpkg-deb', ['-I', made, 'postinst'], { encoding: 'utf8' })).toContain('exit 0');
});
