import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import { fileError } from '../files/file-error.ts';
import type { FileOps } from '../files/file-ops.ts';
import type { KnownContent } from '../files/known-content.ts';
import { hashChunks } from '../files/hash-content.ts';
import { readFile } from '../files/read-file.ts';
import { saveFile } from '../files/save-file.ts';
import { safetyFolder } from './data-folder.ts';
import { type Settings, settingsFrom } from './settings.ts';

const FILE_NAME = 'settings.json';
const TRIES = 3;

type Stored = Readonly<Record<string, unknown>>;

/** The settings of this person on this machine: one JSON file, written whole and safely, shared by all that run at once. */
export class SettingsFile {
  readonly #folder: string;
  readonly #ops: FileOps | undefined;
  #stored: Stored = {};
  #current: Settings = settingsFrom({}).settings;
  #unfit: readonly string[] = [];
  #known: KnownContent | undefined;
  #setAside: string | undefined;
  #problem: AppError | undefined;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, ops: FileOps | undefined) {
    this.#folder = folder;
    this.#ops = ops;
  }

  /** Reads the file in `folder`; a file that is not JSON is set aside. Whatever is wrong there, the app starts: with the defaults. */
  static async open(folder: string, ops?: FileOps): Promise<SettingsFile> {
    const settings = new SettingsFile(folder, ops);
    try {
      await settings.#read();
    } catch (error) {
      settings.#problem = fileError(error, { step: 'read', path: folder, otherwise: 'read-failed' });
    }
    return settings;
  }

  /** Why the settings could not be read, when they could not. */
  get problem(): AppError | undefined {
    return this.#problem;
  }

  /** The name under which an unreadable settings file was set aside, when that happened. */
  get setAside(): string | undefined {
    return this.#setAside;
  }

  /** The names of settings in the file that are none that this program takes. */
  get unfit(): readonly string[] {
    return this.#unfit;
  }

  get current(): Settings {
    return this.#current;
  }

  /** Changes some settings and writes the file; resolves when it is safely on disk. Settings that this version does not know are kept. */
  update(changed: Partial<Settings>): Promise<void> {
    const turn = this.#last.then(() => this.#update(changed));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #update(changed: Partial<Settings>): Promise<void> {
    // An existing folder keeps its mode: it may have been chosen, and the files in it are private anyway.
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (let tries = 1; ; tries++) {
      try {
        await this.#write({ ...this.#stored, ...changed });
        return;
      } catch (error) {
        const overtaken = error instanceof AppError && error.code === 'document-changed-on-disk';
        if (!overtaken || tries >= TRIES) throw error;
        // Scenario: the window and a second instance share the file. What the other one changed is taken first.
        await this.#read();
      }
    }
  }

  async #write(stored: Stored): Promise<void> {
    const text = `${JSON.stringify(stored, undefined, 2)}\n`;
    const { known } = await saveFile({
      path: join(this.#folder, FILE_NAME),
      chunks: [Buffer.from(text)],
      expected: this.#known === undefined ? 'nothing' : { sha256: await this.#known.sha256() },
      safetyFolder: safetyFolder(this.#folder),
      ...(this.#ops && { ops: this.#ops }),
    });
    this.#known = known;
    this.#take(stored);
  }

  async #read(): Promise<void> {
    const path = join(this.#folder, FILE_NAME);
    const text = await this.#readText(path);
    const stored = text === undefined ? {} : parseObject(text);
    if (stored === undefined) {
      const aside = `${path}.unreadable-${Date.now().toString(36)}`;
      await rename(path, aside);
      this.#setAside = aside;
      this.#known = undefined;
    }
    this.#take(stored ?? {});
  }

  async #readText(path: string): Promise<string | undefined> {
    try {
      const { bytes, size, state } = await readFile({
        path,
        allocate: (length) => new Uint8Array(length),
        ...(this.#ops && { ops: this.#ops }),
      });
      const content = bytes.subarray(0, size);
      this.#known = { state, sha256: () => hashChunks([content]) };
      return Buffer.from(content.buffer, 0, size).toString('utf8');
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'file-missing') throw error;
      this.#known = undefined;
      return undefined;
    }
  }

  #take(stored: Stored): void {
    this.#stored = stored;
    const { settings, unfit } = settingsFrom(stored);
    this.#current = settings;
    this.#unfit = unfit;
  }
}

/** The object that a text spells as JSON, or nothing. A byte order mark is allowed. */
function parseObject(text: string): Stored | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // The parser's message quotes the file, so it goes no further.
    return undefined;
  }
}
