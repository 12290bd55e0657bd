import fs from 'node:fs';
import path from 'node:path';

/** Where the packages that are bundled stand, from the project's own dependencies on: each once, by name. */
function bundledPackages(root) {
  const own = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const found = new Map();
  const visit = (name, from) => {
    const folder = folderOf(name, from, root);
    if (folder === undefined || found.has(folder)) return;
    const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    found.set(folder, about);
    for (const dependency of Object.keys(about.dependencies ?? {})) visit(dependency, folder);
  };
  for (const name of Object.keys(own.dependencies)) visit(name, root);
  return found;
}

/** The folder of a package as Node finds it from another one. */
function folderOf(name, from, root) {
  for (let at = from; at.startsWith(root); at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (fs.existsSync(path.join(folder, 'package.json'))) return folder;
  }
  return undefined;
}

function textIn(folder) {
  const file = fs.readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  return file === undefined ? undefined : fs.readFileSync(path.join(folder, file), 'utf8').trim();
}

/** The licences of everything that is bundled: name, version, licence by its short name, and its text where the package has one. */
export function licences(root) {
  return [...bundledPackages(root)]
    .map(([folder, { name, version, license }]) => ({
      name,
      version,
      licence: typeof license === 'string' ? license : 'see its text',
      text: textIn(folder) ?? '',
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

const MODULE = 'virtual:about';

/** Lets the window import what the program is and whose work it holds; the licences are written beside it as text, too. */
export function aboutPlugin(root) {
  return {
    name: 'about',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
      return `export const version = ${JSON.stringify(version)};\nexport const licences = ${JSON.stringify(licences(root))};`;
    },
    generateBundle() {
      const source = licences(root)
        .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`)
        .join(`\n\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: `${source}\n` });
    },
  };
}
