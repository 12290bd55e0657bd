import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { ownRuntime, unpackedRuntime } from './electron-runtime.mjs';
import { root } from './targets.mjs';

const files = process.argv.slice(2).map((file) => (file.startsWith('-') ? file : path.resolve(file)));

/** Hands the terminal to a program and ends as it ends. */
function become(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${command}: ${error.message}`);
    process.exit(1);
  });
  child.on('close', (code) => process.exit(code ?? 1));
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function startWindow(runtime) {
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  if (asRoot) console.warn('Started as root: Electron’s sandbox is off. Better start Crumbs as yourself.');
  become(runtime, [root, ...(asRoot ? ['--no-sandbox'] : []), ...files]);
}

function startHost(reason) {
  console.log(`${reason}, so the window opens in a browser instead:`);
  become(process.execPath, [path.join(root, 'dist/cli/crumbs.mjs'), 'serve', ...files]);
}

if (!(await build(['main', 'preload', 'cli', 'renderer']))) process.exit(1);
if (!hasDisplay()) startHost('There is no display');
else {
  const runtime = ownRuntime() ?? unpackedRuntime();
  if (runtime === undefined) startHost('Electron’s runtime cannot be downloaded');
  else startWindow(runtime);
}
