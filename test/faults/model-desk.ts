import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import { setField } from '#shared/document/edits/edits.ts';
import { keepMine, save, takeTheirs } from '../../main/documents/disk-actions.ts';
import { DocumentService } from '../../main/documents/document-service.ts';
import type { OpenDocument } from '../../main/documents/open-document.ts';
import { restoreVersion } from '../../main/documents/version-actions.ts';
import type { FileOps } from '../../main/files/file-ops.ts';
import { nodeFileOps } from '../../main/files/node-file-ops.ts';
import { systemError } from './fault-file-ops.ts';

const NOW = 1_800_000_000;
const LINES = Array.from(
  { length: 8 },
  (_, at) => `.example.com\tTRUE\t/\tFALSE\t1900000000\tname${at}\tfirst${at}\n`,
);
export const START = `# Netscape HTTP Cookie File\n\n# a remark\n${LINES.join('')}`;
const FIELDS = 7;
const VALUE = 6;

/** What was found wrong: the test fails with it. */
class Lost extends Error {}

function insist(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Lost(what);
}

/** Values of a file by domain, path and name; mostly one, two where lines were put together that say the same. */
function valuesOf(text: string): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const fields of text.split(/\r?\n/).map((line) => line.split('\t'))) {
    if (fields.length !== FIELDS) continue;
    const key = [fields[0], fields[2], fields[5]].join(' ');
    values.set(key, (values.get(key) ?? new Set()).add(fields[VALUE] ?? ''));
  }
  return values;
}

const NONE: ReadonlySet<string> = new Set();

/** Sets the value of the n-th entry of a file. */
export function withValue(text: string, nth: number, value: string): string {
  const lines = text.split('\n');
  const entries = lines.flatMap((line, at) => (line.split('\t').length === FIELDS ? [at] : []));
  const at = entries[nth % Math.max(1, entries.length)];
  if (at === undefined) return text;
  const fields = (lines[at] ?? '').split('\t');
  return lines.with(at, [...fields.slice(0, VALUE), value].join('\t')).join('\n');
}

/**
 * A real file, the real service over it, and a ledger of what must not be lost: what the document holds and held, and what was on disk when a save of
 * ours replaced it. Each step checks its own outcome against the ledger.
 */
export class ModelDesk {
  readonly folder = fs.mkdtempSync(
    path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'crumbs-model-'),
  );
  readonly file = path.join(this.folder, 'jar.txt');
  /** What the document believes to be on disk. */
  #base = START;
  /** What it was read from or saved as: what edits are told by. Keeping mine leaves that as it is. */
  #saved = START;
  /** Contents that undo and redo lead to. */
  #history: string[] = [START];
  #at = 0;
  #marker = 0;
  #torn: { readonly file: number; readonly rest: string } | undefined;
  #alive = { value: true };
  #service: DocumentService;
  #document: OpenDocument | undefined;

  constructor() {
    fs.writeFileSync(this.file, START, { mode: 0o600 });
    this.#service = this.#start();
  }

  get torn(): boolean {
    return this.#torn !== undefined;
  }

  async open(): Promise<void> {
    this.#document = await this.#service.open(this.#service.handles.grant(this.file));
  }

  async dispose(): Promise<void> {
    if (this.#torn !== undefined) fs.closeSync(this.#torn.file);
    await this.#service.dispose();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /** The person changes a value. */
  async edit(nth: number): Promise<void> {
    const before = this.#content();
    const value = this.#newMarker('mine');
    const expected = withValue(before, nth, value);
    if (expected === before) return;
    const changed = before.split('\n').findIndex((line, at) => line !== expected.split('\n')[at]);
    const id = this.#open.cookies.lines.ids()[changed] ?? -1;
    const target = { ids: [id], now: NOW, field: 'value' as const, text: value };
    await this.#step(() => this.#open.edit('Editing', (cookies) => setField(cookies, target)));
    insist(this.#content() === expected, 'an edit changed something else, or did not change what it said');
  }

  /** Undo or redo must lead to exactly what was there. */
  async travel(direction: 'undo' | 'redo'): Promise<void> {
    const to = this.#at + (direction === 'undo' ? -1 : 1);
    if (this.#history[to] === undefined) return;
    await this.#open.step(direction);
    insist(this.#content() === this.#history[to], `${direction} did not lead to what was there`);
    this.#at = to;
  }

  /** Saves; what was on disk must stay there, or be among the earlier versions. */
  async save(force: boolean): Promise<void> {
    // Known limit: who reads a file while it is half written, and saves, replaces what the other program still writes into.
    if (this.torn && this.#base === this.#disk()) return;
    await this.#saving(force, async () => undefined);
  }

  /** Saves, and writes into the file while that goes on: at any moment, or the person edits meanwhile. */
  async race(turns: number, nth: number): Promise<void> {
    const foreign = withValue(this.#disk(), nth, this.#newMarker('raced'));
    await this.#saving(false, async () => {
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      const before = this.#disk();
      fs.writeFileSync(this.file, foreign);
      return { before, foreign };
    });
  }

  async #saving(
    force: boolean,
    meanwhile: () => Promise<{ before: string; foreign: string } | undefined>,
  ): Promise<void> {
    const disk = this.#disk();
    const mine = this.#content();
    const [ended, raced] = await Promise.all([
      save(this.#service, this.#open, force).then(
        () => 'saved',
        (error: unknown) => error,
      ),
      meanwhile(),
    ]);
    const now = this.#disk();
    if (ended !== 'saved') {
      insist(
        ended instanceof AppError && ended.code === 'document-changed-on-disk',
        `a save failed with ${String(ended)}`,
      );
      insist(
        now === (raced?.foreign ?? disk),
        'a save failed and the file is not what the other program wrote',
      );
      return;
    }
    insist(force || disk === this.#base || disk === mine, 'a save wrote over what it did not know');
    const rewritten = raced !== undefined && now === raced.foreign;
    insist(now === mine || rewritten, 'a save was reported, but something else is there');
    // Scenario: the other program wrote the very bytes that the save was about to replace, or after the save was done.
    insist(
      raced === undefined || rewritten || raced.foreign === mine,
      "the other program's bytes were written over",
    );
    await this.#service.versions?.settled();
    if (disk !== mine) insist(await this.#isVersion(disk), 'what a save replaced is not among the versions');
    this.#agree(mine);
  }

  /** Takes what is on disk; edits of other lines stay, and undo brings everything back. */
  async reload(keepEdits: boolean): Promise<void> {
    const [base, mine, theirs] = [this.#saved, this.#content(), this.#disk()];
    const done = await this.#step(() => takeTheirs(this.#service, this.#open, keepEdits)).catch(refused);
    if (done === 'refused') {
      insist(this.#content() === mine, 'a refused reload changed the document');
      return;
    }
    this.#agree(theirs);
    if (keepEdits) this.#checkMerge(base, mine, theirs);
    else insist(this.#content() === theirs, 'after a revert the document is not the file');
    if (this.#content() !== mine) await this.#backAndForth(mine);
  }

  #agree(content: string): void {
    this.#base = content;
    this.#saved = content;
  }

  async keepMine(): Promise<void> {
    await keepMine(this.#service, this.#open);
    this.#base = this.#disk();
  }

  async restore(nth: number): Promise<void> {
    const versions = (await this.#service.versions?.list(this.file))?.versions ?? [];
    const version = versions[nth % Math.max(1, versions.length)];
    if (version === undefined) return;
    const content = Buffer.from(
      (await this.#service.versions?.content(this.file, version.id)) ?? [],
    ).toString();
    const mine = this.#content();
    const done = await this.#step(() => restoreVersion(this.#service, this.#open, version.id)).catch(refused);
    insist(
      this.#content() === (done === 'refused' ? mine : content),
      'a restored version is not what it was',
    );
    if (this.#content() !== mine) await this.#backAndForth(mine);
  }

  /** The program ends, in order or by a crash, and starts again: no edit may be missing. */
  async restart(crash: boolean): Promise<void> {
    const [base, mine, theirs] = [this.#saved, this.#content(), this.#disk()];
    await this.#service.keepEdits();
    await this.#service.versions?.settled();
    const { unsaved } = this.#open;
    if (crash) this.#alive.value = false;
    else await this.#service.dispose();
    this.#service = this.#start();
    const { documents, unreadable } = await this.#service.recover([this.file]);
    insist(unreadable === 0, 'a journal could not be read');
    await this.open();
    const restored = this.#open.info.restored?.file;
    this.#history = [this.#content()];
    this.#at = 0;
    if (restored === undefined) {
      insist(!unsaved || mine === theirs, 'unsaved edits did not come back');
      insist(this.#content() === theirs && documents.length === 0, 'the file was not opened as it is');
      this.#agree(theirs);
    } else if (restored === 'same' || restored === 'conflict') {
      insist(this.#content() === mine, 'unsaved edits came back as something else');
      if (restored === 'same') this.#agree(theirs);
    } else {
      insist(restored === 'merged', `a document came back as ${restored}`);
      this.#agree(theirs);
      this.#checkMerge(base, mine, theirs);
    }
  }

  /** Another program rewrites the file at once. */
  foreign(way: 'rename' | 'in place' | 'anew', nth: number): void {
    const next = withValue(this.#disk(), nth, this.#newMarker('theirs'));
    if (way === 'anew') fs.rmSync(this.file);
    const target = way === 'rename' ? `${this.file}.tmp` : this.file;
    fs.writeFileSync(target, next, { mode: 0o600 });
    if (way === 'rename') fs.renameSync(target, this.file);
  }

  /** Another program truncates the file and has written half of it. */
  tear(nth: number): void {
    const next = withValue(this.#disk(), nth, this.#newMarker('torn'));
    const file = fs.openSync(this.file, 'w');
    const half = next.length >> 1;
    fs.writeSync(file, next.slice(0, half));
    this.#torn = { file, rest: next.slice(half) };
  }

  /** It writes the rest. */
  mend(): void {
    if (this.#torn === undefined) return;
    const { file, rest } = this.#torn;
    const before = this.#disk();
    fs.writeSync(file, rest);
    fs.closeSync(file);
    this.#torn = undefined;
    insist(this.#disk() === before + rest, 'the rest of what another program wrote is not in the file');
  }

  get #open(): OpenDocument {
    if (this.#document === undefined) throw new Error('nothing is open');
    return this.#document;
  }

  #start(): DocumentService {
    const alive = { value: true };
    this.#alive = alive;
    // A program that crashed does nothing any more, though its timers are in this process.
    const ops = Object.fromEntries(
      Object.entries(nodeFileOps).map(([name, call]: [string, (...given: unknown[]) => unknown]) => [
        name,
        (...given: unknown[]) => (alive.value ? call(...given) : Promise.reject(systemError('EIO'))),
      ]),
    ) as unknown as FileOps;
    let now = NOW * 1000;
    return new DocumentService({
      safetyFolder: path.join(this.folder, 'safety'),
      live: false,
      clock: () => (now += 1),
      recovery: { folder: path.join(this.folder, 'recovery'), ops, isRunning: () => false },
      versions: {
        folder: path.join(this.folder, 'versions'),
        limits: async () => ({ count: 5, days: 90, megabytes: 50 }),
      },
    });
  }

  /** Does what may be a step of the history, and notes it there. */
  async #step(work: () => Promise<unknown>): Promise<void> {
    const before = this.#content();
    const undo = this.#open.cookies.steps().length;
    await work();
    const after = this.#content();
    if (after === before && this.#open.cookies.steps().length === undo) return;
    this.#history = [...this.#history.slice(0, this.#at + 1), after];
    this.#at += 1;
  }

  async #backAndForth(before: string): Promise<void> {
    const after = this.#content();
    await this.#open.step('undo');
    insist(this.#content() === before, 'undo does not bring back what was there');
    await this.#open.step('redo');
    insist(this.#content() === after, 'redo does not bring back what was undone');
  }

  /** Line by line: what one side wrote is there, and of what both wrote one. */
  #checkMerge(base: string, mine: string, theirs: string): void {
    const [was, ours, others, now] = [base, mine, theirs, this.#content()].map(valuesOf);
    if (was === undefined || ours === undefined || others === undefined || now === undefined) return;
    for (const name of new Set([...ours.keys(), ...others.keys()])) {
      const before = was.get(name) ?? NONE;
      const after = now.get(name) ?? NONE;
      const fresh = (side: ReadonlyMap<string, ReadonlySet<string>>): string[] =>
        [...(side.get(name) ?? NONE)].filter((value) => !before.has(value));
      const removed = (side: ReadonlyMap<string, ReadonlySet<string>>): boolean =>
        (side.get(name) ?? NONE).size < before.size;
      const kept = (side: ReadonlyMap<string, ReadonlySet<string>>): boolean =>
        fresh(side).every((value) => after.has(value));
      const both = [ours, others].every((side) => fresh(side).length > 0 || removed(side));
      const fine = both ? kept(ours) || kept(others) : kept(ours) && kept(others);
      insist(fine, `what was written to ${name} is gone after a merge`);
    }
  }

  async #isVersion(content: string): Promise<boolean> {
    const { versions } = this.#service;
    const list = (await versions?.list(this.file))?.versions ?? [];
    for (const { id } of list.slice(0, 3)) {
      if (Buffer.from((await versions?.content(this.file, id)) ?? []).toString() === content) return true;
    }
    return false;
  }

  #content(): string {
    return Buffer.concat([...this.#open.cookies.write()]).toString();
  }

  #disk(): string {
    return fs.readFileSync(this.file, 'utf8');
  }

  #newMarker(kind: string): string {
    this.#marker += 1;
    return `${kind}${this.#marker}`;
  }
}

/** A file that is no cookie file (a torn one, say) may be refused; nothing else may go wrong. */
function refused(error: unknown): 'refused' {
  if (error instanceof AppError && error.code !== 'document-not-open') return 'refused';
  throw error;
}
