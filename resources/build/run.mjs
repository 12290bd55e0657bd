import { spawn } from 'node:child_process';
import { root } from './targets.mjs';

const interpreters = { '.mjs': process.execPath };

/**
 * Runs a program to its end. Without `show` its output is collected instead of printed.
 * A tool of node_modules is found by its bare name.
 */
export function run(command, args, { show = false, env = {} } = {}) {
  const interpreter = interpreters[command.slice(command.lastIndexOf('.'))];
  const child = spawn(interpreter ?? command, interpreter === undefined ? args : [command, ...args], {
    cwd: root,
    env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}`, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (bytes) => (output += bytes));
    child.stderr?.on('data', (bytes) => (output += bytes));
    child.on('error', (error) => resolve({ ok: false, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
