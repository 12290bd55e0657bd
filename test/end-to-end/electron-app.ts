import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, errors } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { startDisplay } from './display.ts';

/** The project's folder. */
export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** Crumbs in real Electron, with folders of its own. */
export interface ElectronApp {
  readonly application: ElectronApplication;
  readonly page: Page;
  /** A folder for the test's files; removed with the app. */
  readonly folder: string;
  /** What the page reported as an error, and what its content policy refused. */
  readonly complaints: readonly string[];
  /** Kills the program without a chance to do anything more, and starts it again with the same folders and no file. */
  killAndStart(): Promise<ElectronApp>;
  dispose(): Promise<void>;
}

/** What to start: an executable and what comes before our own arguments. */
export interface Program {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** Electron's runtime on the folder of an app, as `npm start` starts it. */
export function electronOn(folder = projectFolder): Program {
  const script = path.join(projectFolder, 'resources/build/electron-runtime.mjs');
  const executablePath = execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim();
  return { executablePath, args: [folder] };
}

/** Starts Electron; once more when Playwright misses its first words, as it does now and then on a busy machine. */
async function launch(
  { executablePath, args }: Program,
  base: string,
  display: string,
  files: readonly string[],
): Promise<ElectronApplication> {
  const start = (profile: string): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath,
      args: [...args, `--user-data-dir=${path.join(base, profile)}`, '--log-level=3', ...files],
      env: { ...process.env, DISPLAY: display, CRUMBS_DATA_DIR: path.join(base, 'data') },
      timeout: 20_000,
    });
  try {
    return await start('profile');
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return await start('second-profile');
  }
}

/** Starts the program on files of a new folder; `prepare` writes them and says which to name as arguments. */
export async function startElectron(
  prepare: (folder: string) => readonly string[] = () => [],
  program: Program = electronOn(),
): Promise<ElectronApp> {
  const display = await startDisplay();
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-window-'));
  const folder = path.join(base, 'files');
  fs.mkdirSync(folder);
  const files = prepare(folder);
  return running({ program, base, folder, display }, await launch(program, base, display.name, files));
}

interface Surroundings {
  readonly program: Program;
  readonly base: string;
  readonly folder: string;
  readonly display: Awaited<ReturnType<typeof startDisplay>>;
}

async function running(around: Surroundings, application: ElectronApplication): Promise<ElectronApp> {
  const { program, base, folder, display } = around;
  const page = await application.firstWindow();
  page.setDefaultTimeout(15_000);
  const complaints = complaintsOf(page);
  const dispose = async (): Promise<void> => {
    await application.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
    await application.close().catch(() => undefined);
    display.dispose();
    fs.rmSync(base, { recursive: true, force: true });
  };
  const killAndStart = async (): Promise<ElectronApp> => {
    const main = application.process();
    const gone = new Promise((resolve) => main.once('exit', resolve));
    main.kill('SIGKILL');
    await gone;
    return running(around, await launch(program, base, display.name, []));
  };
  return { application, page, folder, complaints, killAndStart, dispose };
}

function canStart(): boolean {
  try {
    const paths = (process.env['PATH'] ?? '').split(path.delimiter);
    return paths.some((folder) => fs.existsSync(path.join(folder, 'Xvfb'))) && electronOn() !== undefined;
  } catch {
    return false;
  }
}

/** Whether this machine has what Electron needs; the set-up of the tests says what is missing. */
export const hasElectron = canStart();

/** Collects what goes wrong inside a page from now on; a refusal by the engine's host (4xx) is an answer, no fault. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const bad = message.type() === 'error' || message.type() === 'warning';
    if (bad && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}
