// Stands in for the app that Electron's own download carries: `electron [flags] FOLDER [arguments]` loads FOLDER.
// An ES module, so that the app's main script runs to its end before Electron says that it is ready.
import Module from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preloads = [];
let folder;
for (let index = 1; index < process.argv.length && folder === undefined; index += 1) {
  const argument = process.argv[index];
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[(index += 1)]);
  else if (!argument.startsWith('-')) folder = path.resolve(argument);
}
if (folder === undefined) {
  console.error('Name the folder of the app.');
  process.exit(2);
}

process.defaultApp = true;
for (const preload of preloads) Module.createRequire(import.meta.url)(preload);

const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.name = manifest.productName;
app.setVersion(manifest.version);
app.setDesktopName(manifest.desktopName);
app.setAppPath(folder);

try {
  await import(pathToFileURL(path.join(folder, manifest.main)).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}
