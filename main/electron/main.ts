import path from 'node:path';
import { app } from 'electron';
import { dataFolder } from '../settings/data-folder.ts';
import { SettingsFile } from '../settings/settings-file.ts';
import { filesOf } from './arguments.ts';
import { denyNavigation } from './navigation.ts';
import { Program } from './program.ts';
import { registerScheme } from './protocol.ts';
import { loadSealKey } from './sealer.ts';

/** What a second start hands to the first: files by absolute path. Untrusted, as any program can send it. */
interface Handover {
  readonly files: readonly string[];
}

function handedOver(data: unknown): readonly string[] {
  const files = (data as Partial<Handover> | undefined)?.files;
  return Array.isArray(files)
    ? filesOf(['--', ...files.filter((file) => typeof file === 'string')], '/')
    : [];
}

/** What follows the program's name; a development start names the app's own folder first. */
function ownArguments(): readonly string[] {
  const own = process.argv.findIndex((argument) => path.resolve(argument) === app.getAppPath());
  return process.argv.slice(app.isPackaged ? 1 : own + 1);
}

const named = filesOf(ownArguments(), process.cwd());
const early: string[] = [...named];
let program: Program | undefined;

async function start(): Promise<void> {
  await app.whenReady();
  const folder = dataFolder();
  const settings = await SettingsFile.open(folder);
  program = new Program(settings, {
    dataFolder: folder,
    sealKey: await loadSealKey(folder),
    setAside: settings.setAside && path.basename(settings.setAside),
  });
  await program.open(early.splice(0));
}

// Without the system's sandbox (as root, say so with --no-sandbox) Chromium refuses to start a sandboxed process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();
app.on('web-contents-created', (_event, contents) => denyNavigation(contents));
app.on('open-file', (event, file) => {
  event.preventDefault();
  if (program === undefined) early.push(file);
  else void program.open([file]);
});
app.on('second-instance', (_event, _argv, _folder, data) => void program?.open(handedOver(data)));
app.on('activate', () => void program?.open([]));
app.on('before-quit', () => {
  if (program !== undefined) program.quitting = true;
});
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin' || program?.quitting === true) app.quit();
});
app.on('will-quit', (event) => {
  if (program === undefined) return;
  event.preventDefault();
  void program.dispose().finally(() => app.exit());
});

if (app.requestSingleInstanceLock({ files: named } satisfies Handover)) void start();
else app.quit();
