import { AppError } from '#shared/api/app-error.ts';
import type { AppEvent } from '#shared/api/events.ts';
import { takeTheirs } from '../../documents/disk-actions.ts';
import type { OpenDocument } from '../../documents/open-document.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { failureText } from '../failure-text.ts';
import { openInput, STDIN } from '../inputs.ts';
import { findFiles } from '../many/find-files.ts';
import { counted } from '../outputs.ts';
import { plainText, safeJson } from '../plain-text.ts';
import { FROM, NDJSON } from '../shared-options.ts';
import { staying } from '../staying.ts';

/** What became of a file. */
interface Happening {
  readonly file: string;
  readonly event: 'changed' | 'gone' | 'back';
  /** In words that hold no value. */
  readonly summary: readonly string[];
  readonly by?: string | undefined;
  readonly dropped?: object | undefined;
}

/** `crumbs watch`: what other programs do to files, in words, as it happens. */
export const watch: Command = {
  name: 'watch',
  usage: 'FILE|FOLDER… [--ndjson]',
  summary: 'Tell what other programs change in cookie files, as it happens',
  files: { least: 1, most: Infinity },
  stays: 'looking',
  options: {
    ndjson: NDJSON,
    hidden: {
      type: 'boolean',
      help: 'Look into hidden files and folders too, below the folders that are named.',
    },
    from: FROM,
  },
  details: () =>
    'A change is told once it has settled, compared with what was there before; values are never told. The files are those that\nare there at the start. With --ndjson each line says file, time, event (changed, gone, back), a summary in words, what was\ndropped, and the program where its writing gives it away. Nothing is written and nothing is kept. Ctrl+C ends it.',
  run: async (context) => {
    const { io, service } = context;
    if (context.files.includes(STDIN)) throw new UsageError('watch takes files.', 'watch');
    const { watched, failed } = await opened(context);
    if (watched.size === 0) {
      if (!failed) io.fail('crumbs: There is no cookie file to watch.');
      return ExitCode.failed;
    }
    const teller = new Teller(context, watched);
    const stop = service.subscribe((event) => teller.hear(event));
    io.tell(`crumbs: Watching ${counted(watched.size, 'file')}. Ctrl+C ends it.`);
    try {
      await staying(io, teller.ended);
    } finally {
      stop();
    }
    return failed ? ExitCode.failed : ExitCode.fine;
  },
};

/** The documents of the files, by id. One that cannot be opened is told, and the others are watched. */
async function opened(context: CommandContext) {
  const { io, files, options } = context;
  const found = await findFiles(files, { hidden: options.has('hidden'), writable: true, onLook: () => {} });
  const watched = new Map<string, string>();
  let failed = false;
  const fail = (error: AppError): void => {
    failed = true;
    io.fail(`crumbs: ${failureText(error)}`);
  };
  found.failures.forEach(fail);
  for (const { path } of found.files) {
    try {
      watched.set((await openInput(context, path)).id, path);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      fail(error);
    }
  }
  return { watched, failed };
}

/** Turns what the engine says of the files into lines, one change after the other. */
class Teller {
  /** Rejects when nothing more can be written. */
  readonly ended: Promise<never>;
  readonly #context: CommandContext;
  readonly #watched: ReadonlyMap<string, string>;
  readonly #gone = new Set<string>();
  #last: Promise<void> = Promise.resolve();
  #fail: (error: unknown) => void = () => {};

  constructor(context: CommandContext, watched: ReadonlyMap<string, string>) {
    this.#context = context;
    this.#watched = watched;
    this.ended = new Promise((_, reject) => (this.#fail = reject));
  }

  hear(event: AppEvent): void {
    if (event.event !== 'diskChanged' && event.event !== 'documentChanged') return;
    const { id, disk, diskChange } = event.document;
    const file = this.#watched.get(id);
    if (file === undefined) return;
    if (event.event === 'documentChanged') {
      if (disk !== 'same' || !this.#gone.delete(id)) return;
      this.#tell({ file, event: 'back', summary: ['The file is there again, as it was.'] });
    } else if (disk === 'gone') {
      this.#gone.add(id);
      this.#tell({ file, event: 'gone', summary: event.summary });
    } else {
      this.#gone.delete(id);
      const { by, dropped } = diskChange ?? {};
      this.#then(async () => {
        const summary = await this.#taken(this.#context.service.get(id), event.summary);
        await this.#write({ file, event: 'changed', summary, by: by?.title, dropped });
      });
    }
  }

  /** Takes what is there now, with which the next change is compared, and says in words what it is. */
  async #taken(document: OpenDocument, seen: readonly string[]): Promise<readonly string[]> {
    try {
      const summary = await takeTheirs(this.#context.service, document, true);
      return summary.length === 0 ? seen : summary;
    } catch (error) {
      // Scenario: the file is gone again, or is no cookie file any more. The next change is told beside what was readable last.
      if (!(error instanceof AppError)) throw error;
      return seen;
    }
  }

  #tell(happening: Happening): void {
    this.#then(() => this.#write(happening));
  }

  #write(happening: Happening): Promise<void> {
    const { io, options, service } = this.#context;
    const time = new Date(service.now * 1000).toISOString().replace('.000', '');
    const text = options.has('ndjson') ? safeJson({ time, ...happening }) : sentence(time, happening);
    return io.write(`${text}\n`);
  }

  #then(work: () => Promise<void>): void {
    this.#last = this.#last.then(work).catch(this.#fail);
  }
}

function sentence(time: string, { file, event, summary, by }: Happening): string {
  const who = event === 'changed' && by !== undefined ? ` (${by})` : '';
  return `${time} ${plainText(file)}: ${plainText(summary.join(', '))}${who}`;
}
