import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import type { FileOps } from '../../main/files/file-ops.ts';
import { hashChunks } from '../../main/files/hash-content.ts';
import { nodeFileOps } from '../../main/files/node-file-ops.ts';
import type { SaveRequest } from '../../main/files/save-file.ts';
import { type Fault, FaultFileOps, type FaultPlan } from './fault-file-ops.ts';

/** Anything that claims to save a file. */
export type Saver = (request: SaveRequest) => Promise<unknown>;

/** Stands for a cookie value: no error may hold it. */
const CANARY = 'c4nary5ecret';
/** A file system in memory where there is one: thousands of saves, and the faults are ours, not the disk's. */
const MEMORY = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
const STRAY = /^\.crumbs-/;
/** Names that tidying leaves alone. */
const KEPT = /^\.crumbs-old-/;

/** How the file stands before it is saved. */
export interface Situation {
  readonly name: string;
  readonly mode: number;
  readonly kind: 'plain' | 'hard-linked' | 'linked' | 'new';
  /** Old and new length, in lines of 60 bytes. */
  readonly lines: readonly [number, number];
}

export const SITUATIONS: readonly Situation[] = [
  { name: 'a plain file', mode: 0o600, kind: 'plain', lines: [80, 4000] },
  { name: 'a file that others may read', mode: 0o644, kind: 'plain', lines: [4000, 80] },
  { name: 'a symbolic link', mode: 0o640, kind: 'linked', lines: [80, 90] },
  { name: 'a file with two names that grows', mode: 0o600, kind: 'hard-linked', lines: [80, 4000] },
  { name: 'a file with two names that shrinks', mode: 0o600, kind: 'hard-linked', lines: [4000, 80] },
  { name: 'a file that does not exist yet', mode: 0o600, kind: 'new', lines: [0, 2500] },
];

/** One folder with one file to be saved, and what must be true of it. */
class Place {
  readonly root = fs.mkdtempSync(path.join(MEMORY, 'crumbs-save-'));
  readonly folder = path.join(this.root, 'folder');
  readonly file = path.join(this.folder, 'cookies.txt');
  readonly before: Buffer | undefined;
  readonly chunks: readonly Buffer[];
  readonly after: Buffer;
  readonly request: SaveRequest;
  readonly problems: string[] = [];
  readonly #names: readonly string[];
  readonly #mode: number;

  constructor(situation: Situation) {
    fs.mkdirSync(this.folder);
    const [old, fresh] = situation.lines.map((count, turn) => content(count, turn === 0 ? 'old' : 'new'));
    if (old === undefined || fresh === undefined) throw new Error('two lengths are needed');
    this.after = fresh;
    this.chunks = [
      fresh.subarray(0, 70_000),
      Buffer.alloc(0),
      fresh.subarray(70_000, 70_060),
      fresh.subarray(70_060),
    ];
    this.#mode = situation.mode;
    if (situation.kind !== 'new') {
      this.before = old;
      const real = situation.kind === 'linked' ? path.join(this.folder, 'real.txt') : this.file;
      fs.writeFileSync(real, old);
      fs.chmodSync(real, situation.mode);
      if (situation.kind === 'linked') fs.symlinkSync('real.txt', this.file);
      if (situation.kind === 'hard-linked') fs.linkSync(this.file, path.join(this.folder, 'other.txt'));
    }
    this.#names = fs.readdirSync(this.folder);
    this.request = {
      path: this.file,
      chunks: this.chunks,
      expected: this.before === undefined ? 'nothing' : { sha256: hashChunks([this.before]) },
      safetyFolder: path.join(this.root, 'safety'),
    };
  }

  read(): Buffer | undefined {
    return fs.existsSync(this.file) ? fs.readFileSync(this.file) : undefined;
  }

  /** True when the file had a second name, which does not show the same content any more. */
  isParted(): boolean {
    const other = path.join(this.folder, 'other.txt');
    return fs.existsSync(other) && !fs.readFileSync(other).equals(fs.readFileSync(this.file));
  }

  /** Notes every file that more people can read than could read the old one. */
  checkModes(moment: string): void {
    for (const name of fs.readdirSync(this.folder)) {
      const stat = fs.lstatSync(path.join(this.folder, name), { throwIfNoEntry: false });
      if (stat?.isFile() && (stat.mode & 0o777 & ~this.#mode) !== 0) {
        this.problems.push(`${moment}: a file is open to more people (${(stat.mode & 0o777).toString(8)})`);
      }
    }
  }

  /** Notes the files that were left behind, except for one that was named. */
  checkStrays(named: unknown): void {
    const names = fs
      .readdirSync(this.folder)
      .filter((name) => !this.#names.includes(name) && name !== 'cookies.txt');
    const safety = fs.existsSync(path.join(this.root, 'safety'))
      ? fs.readdirSync(path.join(this.root, 'safety'))
      : [];
    for (const name of [...names, ...safety]) {
      if (typeof named !== 'string' || path.basename(named) !== name)
        this.problems.push(`left behind: ${name.replace(STRAY, '.temporary-')}`);
      else if (!KEPT.test(name)) this.problems.push('the old bytes have a name that tidying removes');
    }
  }

  dispose(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}

export interface RunOutcome {
  readonly problems: readonly string[];
  /** False when the planned call was not reached: the end of an exhaustive loop. */
  readonly hit: boolean;
  readonly log: readonly string[];
}

/** Saves once with one fault, and says what is wrong with the result: the target must be old or new, and the answer true. */
export async function runWithFault(
  saver: Saver,
  situation: Situation,
  plan?: FaultPlan,
): Promise<RunOutcome> {
  const place = new Place(situation);
  const faults = new FaultFileOps(nodeFileOps, plan);
  const umask = process.umask(0);
  faults.onCall = () => place.checkModes(faults.log.at(-1) ?? '');
  try {
    const outcome = await saver({ ...place.request, ops: faults.ops }).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    if (faults.leaked > 0 && plan?.fault.kind !== 'crash') place.problems.push('a file was left open');
    await faults.dispose();
    judge({ place, plan, faults, outcome });
    return { problems: [...new Set(place.problems)], hit: faults.hit, log: faults.log };
  } finally {
    process.umask(umask);
    place.dispose();
  }
}

type Outcome = { readonly result: unknown } | { readonly error: unknown };

function judge({
  place,
  plan,
  faults,
  outcome,
}: {
  place: Place;
  plan: FaultPlan | undefined;
  faults: FaultFileOps;
  outcome: Outcome;
}): void {
  const { problems } = place;
  const now = place.read();
  const isOld = place.before === undefined ? now === undefined : now?.equals(place.before) === true;
  const isNew = now?.equals(place.after) === true;
  if (plan?.fault.kind === 'crash' && faults.hit) {
    // Writing in place cannot be atomic; what it promises is that the old bytes are still somewhere.
    const kept = place.before !== undefined && keeps(place, place.before);
    if (!isOld && !isNew && !kept)
      problems.push('after a crash: neither old nor new, and the old bytes are gone');
    return;
  }
  if ('result' in outcome) {
    if (!isNew) problems.push('success was reported, but the file is not the new one');
    if (isNew && place.isParted()) problems.push('the other name of the file has other content now');
    place.checkStrays(property(outcome.result, 'safetyCopy'));
    if (place.before !== undefined) place.checkModes('afterwards');
    return;
  }
  const { error } = outcome;
  if (!isOld) problems.push('a failure was reported, but the file is not the old one');
  if (!(error instanceof AppError)) {
    problems.push(`the failure is no AppError: ${error instanceof Error ? error.name : typeof error}`);
    return;
  }
  if (typeof error.data['path'] !== 'string') problems.push('the failure names no path');
  if (JSON.stringify([error.message, error.data]).includes(CANARY))
    problems.push('the failure holds a value');
  place.checkStrays(error.data['oldContent']);
}

function keeps(place: Place, bytes: Buffer): boolean {
  const folders = [place.folder, path.join(place.root, 'safety')].filter((folder) => fs.existsSync(folder));
  return folders.some((folder) =>
    fs
      .readdirSync(folder)
      .some((name) => STRAY.test(name) && fs.readFileSync(path.join(folder, name)).equals(bytes)),
  );
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const contents = new Map<string, Buffer>();

function content(lines: number, kind: string): Buffer {
  const key = `${kind} ${lines}`;
  const made = contents.get(key);
  if (made !== undefined) return made;
  const line = (at: number): string =>
    `.example.com\tTRUE\t/\tFALSE\t1900000000\t${kind}${String(at).padStart(6, '0')}\t${CANARY}\n`;
  const bytes = Buffer.from(Array.from({ length: lines }, (_, at) => line(at)).join(''));
  contents.set(key, bytes);
  return bytes;
}

/** Lets every call go wrong in turn; gives the problems found, each with the call. */
export async function exhaust(
  saver: Saver,
  situation: Situation,
  { fault, call }: { fault: Fault; call?: keyof FileOps },
): Promise<{ readonly points: number; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  for (let at = 1; at < 500; at++) {
    const run = await runWithFault(saver, situation, { fault, at, ...(call && { call }) });
    problems.push(...run.problems.map((problem) => `call ${at}: ${problem}`));
    if (!run.hit) return { points: at - 1, problems };
  }
  throw new Error('the saver never ends');
}

/** Saves while another program changed the file after the document was read; gives what is wrong. */
export async function saveOverChange(saver: Saver): Promise<readonly string[]> {
  const place = new Place({ name: 'changed', mode: 0o600, kind: 'plain', lines: [50, 60] });
  const other = content(50, 'his');
  try {
    const { mtime } = fs.statSync(place.file);
    fs.writeFileSync(place.file, other);
    fs.utimesSync(place.file, mtime, mtime);
    const error: unknown = await saver(place.request).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const problems: string[] = [];
    if (!(error instanceof AppError) || error.code !== 'document-changed-on-disk')
      problems.push('no conflict was reported');
    if (place.read()?.equals(other) !== true) problems.push("the other program's bytes are gone");
    place.checkStrays(undefined);
    return [...problems, ...place.problems];
  } finally {
    place.dispose();
  }
}

/** Saves beside links that stand where a foreseeable temporary name would be; gives what is wrong. */
export async function saveBesidePlantedLinks(saver: Saver): Promise<readonly string[]> {
  const place = new Place({ name: 'planted', mode: 0o600, kind: 'plain', lines: [5, 6] });
  const victim = path.join(place.root, 'victim');
  try {
    fs.writeFileSync(victim, 'precious');
    for (const name of [
      'cookies.txt.tmp',
      '.cookies.txt.tmp',
      'cookies.txt~',
      'cookies.txt.bak',
      '.crumbs-tmp',
    ]) {
      fs.symlinkSync(victim, path.join(place.folder, name));
    }
    await saver(place.request).catch(() => undefined);
    return fs.readFileSync(victim, 'utf8') === 'precious' ? [] : ['a planted link was followed'];
  } finally {
    place.dispose();
  }
}

/** Checks the order of calls: bytes to the disk before the name moves, the folder after. */
export async function saveOrder(saver: Saver): Promise<readonly string[]> {
  const { log } = await runWithFault(saver, { name: 'order', mode: 0o600, kind: 'plain', lines: [5, 6] });
  const written = log.lastIndexOf('write');
  const renamed = log.indexOf('rename');
  const problems: string[] = [];
  if (renamed < 0) return ['the file never got its name by a rename'];
  if (!log.slice(written, renamed).includes('sync'))
    problems.push('renamed before the bytes were on the disk');
  if (!log.slice(renamed).includes('sync')) problems.push('the folder was not brought to the disk');
  return problems;
}
