import type { FileOps } from '../../main/files/file-ops.ts';

/** What goes wrong at one call. `crash`: this call and all later ones fail, as if the process were gone. */
export type Fault =
  | { readonly kind: 'error'; readonly errno: string }
  | { readonly kind: 'short' }
  | { readonly kind: 'lie' }
  | { readonly kind: 'crash' };

export interface FaultPlan {
  readonly fault: Fault;
  /** The call that goes wrong, from 1. */
  readonly at: number;
  /** Only calls of this name are counted; all when absent. */
  readonly call?: keyof FileOps;
}

/** The error that a call fails with. */
export function systemError(errno: string): Error {
  return Object.assign(new Error(`${errno}: injected`), { code: errno });
}

/** Real file calls, of which one goes wrong as planned; keeps a log of all. */
export class FaultFileOps {
  readonly ops: FileOps;
  readonly log: string[] = [];
  /** Called after every call, to look at what is on disk at that moment. */
  onCall: (() => void) | undefined;
  readonly #real: FileOps;
  readonly #plan: FaultPlan | undefined;
  readonly #open = new Set<number>();
  #counted = 0;
  #crashed = false;
  #hit = false;

  constructor(real: FileOps, plan?: FaultPlan) {
    this.#real = real;
    this.#plan = plan;
    this.ops = this.#wrap();
  }

  /** True when the planned call was reached. */
  get hit(): boolean {
    return this.#hit;
  }

  /** How many calls were made that the plan counts. */
  get calls(): number {
    return this.#counted;
  }

  /** Closes what a crash left open. */
  async dispose(): Promise<void> {
    for (const file of this.#open) await this.#real.close(file).catch(() => undefined);
    this.#open.clear();
  }

  /** The files that were opened and not closed. */
  get leaked(): number {
    return this.#open.size;
  }

  async #make<T>(call: keyof FileOps, about: string, real: () => Promise<T>): Promise<T> {
    if (this.#crashed) throw systemError('EIO');
    const fault = this.#due(call);
    this.log.push(`${call}${about}`);
    try {
      if (fault?.kind === 'crash') {
        this.#crashed = true;
        throw systemError('EIO');
      }
      if (fault?.kind === 'error') {
        // Scenario: close tells an error of an earlier write. The file is closed all the same.
        if (call === 'close') await real();
        throw systemError(fault.errno);
      }
      return await real();
    } finally {
      this.onCall?.();
    }
  }

  #due(call: keyof FileOps): Fault | undefined {
    const plan = this.#plan;
    if (plan?.call !== undefined && plan.call !== call) return undefined;
    this.#counted += 1;
    if (plan === undefined || this.#counted !== plan.at) return undefined;
    this.#hit = true;
    return plan.fault;
  }

  #wrap(): FileOps {
    const real = this.#real;
    const part = (bytes: Uint8Array): Uint8Array =>
      this.#hitNow('short') && bytes.length > 1 ? bytes.subarray(0, bytes.length >> 1) : bytes;
    return {
      open: async (path, way) => {
        const file = await this.#make('open', `:${way}`, () => real.open(path, way));
        this.#open.add(file);
        return file;
      },
      close: async (file) => {
        await this.#make('close', '', () => {
          this.#open.delete(file);
          return real.close(file);
        });
      },
      read: (file, into, position) => this.#make('read', '', () => real.read(file, part(into), position)),
      write: (file, from, position) =>
        this.#make('write', '', async () =>
          this.#hitNow('lie') ? from.length : real.write(file, part(from), position),
        ),
      stat: (file) => this.#make('stat', '', () => real.stat(file)),
      sync: (file) => this.#make('sync', '', () => real.sync(file)),
      truncate: (file, size) => this.#make('truncate', '', () => real.truncate(file, size)),
      changeMode: (file, mode) => this.#make('changeMode', '', () => real.changeMode(file, mode)),
      changeGroup: (file, uid, gid) => this.#make('changeGroup', '', () => real.changeGroup(file, uid, gid)),
      // Real ones start a program: too slow for thousands of saves, and tests of their own look at them.
      hasAccessList: () => this.#make('hasAccessList', '', async () => false),
      statPath: (path) => this.#make('statPath', '', () => real.statPath(path)),
      statLink: (path) => this.#make('statLink', '', () => real.statLink(path)),
      readLink: (path) => this.#make('readLink', '', () => real.readLink(path)),
      realPath: (path) => this.#make('realPath', '', () => real.realPath(path)),
      link: (existing, added) => this.#make('link', '', () => real.link(existing, added)),
      rename: (from, to) => this.#make('rename', '', () => real.rename(from, to)),
      remove: (path) => this.#make('remove', '', () => real.remove(path)),
      makeFolder: (path) => this.#make('makeFolder', '', () => real.makeFolder(path)),
      mayWrite: (path) => this.#make('mayWrite', '', () => real.mayWrite(path)),
      list: (folder) => this.#make('list', '', () => real.list(folder)),
    };
  }

  /** True inside the planned call, when its fault is of this kind. */
  #hitNow(kind: Fault['kind']): boolean {
    return this.#hit && this.#counted === this.#plan?.at && this.#plan.fault.kind === kind;
  }
}
