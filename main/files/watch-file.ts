import type { FileOps, FileStat } from './file-ops.ts';
import { absolutePath, type FilePath } from './file-path.ts';
import { type FileSnapshot, stateOf } from './file-snapshot.ts';
import { FolderHints } from './folder-hints.ts';
import type { KnownContent } from './known-content.ts';
import { nodeFileOps } from './node-file-ops.ts';
import { type ContentSighting, sameSighting, sight, sightContent, type Sighting } from './observe-file.ts';
import { type WatchFolder, watchFolder } from './watch-folder.ts';

export type { KnownContent } from './known-content.ts';

/** What another program did: wrote other bytes, removed the file, or put the known bytes back after that. */
export type WatchEvent =
  | { readonly kind: 'changed'; readonly snapshot: FileSnapshot }
  | { readonly kind: 'gone' }
  | { readonly kind: 'back'; readonly snapshot: FileSnapshot }
  /** Watching does not work here; the file is looked at every two seconds instead. */
  | { readonly kind: 'polling' };

export interface WatchRequest {
  readonly path: FilePath;
  readonly known: KnownContent;
  readonly onEvent: (event: WatchEvent) => void;
  readonly ops?: FileOps;
  readonly watchFolder?: WatchFolder;
}

const POLL_MS = 2_000;
/** Two looks this far apart must agree before a state is believed. */
const SETTLED_MS = 150;
/** The same for what a writer in the middle of its work looks like: empty, shorter, no end of line, not there. */
const DOUBTFUL_MS = 1_500;
/** How long `check` waits for a file that does not come to rest. */
const CHECK_MS = 5_000;
/** A file changed this shortly before it was looked at can change once more without its times showing it. */
const RECENT_NS = 2_000_000_000n;

/** A state that has settled: what was there, and the content where it was a file. */
interface Settled {
  readonly stat: Sighting;
  readonly content?: ContentSighting;
}

/**
 * Watches one file for what other programs do to it, and tells only states that have settled. Events of the system are hints; the truth is a
 * stat, and a hash where the stat differs. The document's own saves are known by their content, once `know` was called.
 */
export class FileWatcher {
  readonly #path: FilePath;
  readonly #ops: FileOps;
  readonly #onEvent: (event: WatchEvent) => void;
  readonly #hints: FolderHints;
  readonly #timer: NodeJS.Timeout;
  #known: KnownContent;
  /** The last settled sighting: while it stands there is nothing to tell. */
  #seen: Sighting;
  /** What was told last: `known`, `gone`, or the hash of other content. */
  #told = 'known';
  /** The stat that stands for the known content is too fresh to be trusted alone. */
  #doubted: boolean;
  #running: Promise<void> | undefined;
  #again = false;
  /** How many saves of our own are going on. */
  #held = 0;
  /** Ends the pause that is going on. */
  #wake: (() => void) | undefined;
  readonly #stop = new AbortController();

  constructor(request: WatchRequest) {
    this.#path = absolutePath(request.path);
    this.#ops = request.ops ?? nodeFileOps;
    this.#onEvent = request.onEvent;
    this.#known = request.known;
    this.#seen = asSighting(request.known);
    this.#doubted = isFresh(request.known.state);
    this.#hints = new FolderHints({
      ops: this.#ops,
      path: this.#path,
      watchFolder: request.watchFolder ?? watchFolder,
      onHint: () => {
        this.#wake?.();
        void this.#examine();
      },
      onFailure: () => this.#tell({ kind: 'polling' }),
    });
    this.#timer = setInterval(() => {
      void this.#hints.refresh();
      void this.#examine();
    }, POLL_MS);
    this.#timer.unref();
    void this.#hints.refresh();
    void this.#examine();
  }

  /** True while the system tells of changes; false where the file is only looked at every two seconds. */
  get notified(): boolean {
    return this.#hints.active;
  }

  /** Looks now (on focus, before a save); resolves when the state is settled and told, at the latest after five seconds. */
  async check(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CHECK_MS);
    });
    await Promise.race([this.#examine(), late]);
    clearTimeout(timer);
  }

  /** After a save, a reload or "keep mine": this is what the document knows now. */
  know(known: KnownContent): void {
    this.#known = known;
    this.#seen = asSighting(known);
    this.#doubted = isFresh(known.state);
    this.#told = 'known';
    void this.#examine();
  }

  /** Does work that changes the file itself. Nothing is told of the file until it is done, so that `know` may follow at once. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
      void this.#examine();
    }
  }

  async dispose(): Promise<void> {
    this.#stop.abort();
    this.#wake?.();
    clearInterval(this.#timer);
    await this.#hints.dispose();
    await this.#running;
  }

  #tell(event: WatchEvent): void {
    if (!this.#stop.signal.aborted) this.#onEvent(event);
  }

  /** One examination at a time; a hint that comes meanwhile asks for one more. */
  #examine(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    // Scenario: a save of our own is on its way. It would be hashed for nothing; there is one more look when it is done.
    while (this.#again && !this.#stop.signal.aborted && this.#held === 0) {
      this.#again = false;
      const known = this.#known;
      const settled = await this.#settle();
      if (settled === undefined) continue;
      const sha256 = settled.content === undefined ? undefined : await known.sha256();
      // Scenario: a save of our own finished meanwhile, and what was seen may be its result.
      if (this.#known === known && this.#held === 0) await this.#judge(settled, sha256);
      else this.#again = true;
    }
  }

  /** Looks until two looks agree for long enough. Nothing is given when all is as it was seen last. */
  async #settle(): Promise<Settled | undefined> {
    let stat = await sight(this.#ops, this.#path);
    let since = performance.now();
    let halfWritten = false;
    while (!this.#stop.signal.aborted) {
      if (this.#held > 0 || this.#isOld(stat)) return undefined;
      const wanted = halfWritten || this.#isDoubtful(stat) ? DOUBTFUL_MS : SETTLED_MS;
      await this.#pause(wanted - (performance.now() - since));
      const next = await sight(this.#ops, this.#path);
      if (!sameSighting(stat, next)) {
        stat = next;
        since = performance.now();
        halfWritten = false;
        continue;
      }
      if (performance.now() - since < wanted) continue;
      if (stat === 'gone') return { stat };
      const content = await sightContent(this.#ops, this.#path, stat);
      if (content?.endsLine || performance.now() - since >= DOUBTFUL_MS) {
        return content === undefined ? { stat } : { stat, content };
      }
      halfWritten = true;
    }
    return undefined;
  }

  /** True for what was judged before, unless it was so fresh then that its content has to be looked at once more now. */
  #isOld(stat: Sighting): boolean {
    if (!sameSighting(stat, this.#seen)) return false;
    return stat === 'gone' || !this.#doubted || isFresh(stat);
  }

  /** What a writer in the middle of its work looks like. */
  #isDoubtful(stat: Sighting): boolean {
    return stat === 'gone' || stat.size === 0 || stat.size < this.#known.state.size;
  }

  /** Waits, but no longer than until the next hint: what was awaited may be there. */
  async #pause(milliseconds: number): Promise<void> {
    if (milliseconds <= 0 || this.#stop.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  /** Tells what is new in a settled state. `knownSha256` is the hash of what the document knows. */
  async #judge({ stat, content }: Settled, knownSha256: string | undefined): Promise<void> {
    this.#seen = stat;
    if (stat === 'gone' || content === undefined) {
      if (this.#told !== 'gone') this.#tell({ kind: 'gone' });
      this.#told = 'gone';
      return;
    }
    if (content.sha256 === knownSha256) {
      this.#doubted = false;
      if (this.#told !== 'known') this.#tell({ kind: 'back', snapshot: await this.#snapshot(stat, content) });
      this.#told = 'known';
      return;
    }
    if (this.#told !== content.sha256) {
      this.#tell({ kind: 'changed', snapshot: await this.#snapshot(stat, content) });
    }
    this.#told = content.sha256;
  }

  async #snapshot(stat: FileStat, { sha256 }: ContentSighting): Promise<FileSnapshot> {
    const realPath = await this.#ops.realPath(this.#path).catch(() => this.#path);
    return { ...stateOf(realPath, stat), sha256 };
  }
}

function asSighting({ state }: KnownContent): Sighting {
  return { ...state, kind: 'file' };
}

/** True when the file was changed shortly before now. A time far in the future says nothing of that. */
function isFresh({ mtimeNs, ctimeNs }: Pick<FileStat, 'mtimeNs' | 'ctimeNs'>): boolean {
  const now = BigInt(Date.now()) * 1_000_000n;
  return [mtimeNs, ctimeNs].some((time) => time > now - RECENT_NS && time < now + RECENT_NS);
}
