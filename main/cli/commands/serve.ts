import { basename } from 'node:path';
import { AppError } from '#shared/api/app-error.ts';
import { builtRenderer, readAssets } from '../../web/assets.ts';
import { absolutePath } from '../../files/file-path.ts';
import { openBrowser } from '../../web/open-browser.ts';
import { WebHost } from '../../web/web-host.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openInput, STDIN } from '../inputs.ts';
import { counted } from '../outputs.ts';

const LAST_PORT = 65_535;
const IDLE_MS = 8 * 3_600_000;
const LOOK_MS = 60_000;

/** `crumbs serve`: the window in a browser, on this machine only. */
export const serve: Command = {
  name: 'serve',
  usage: 'FILE… [--port PORT] [--open]',
  summary: 'Show the window in a browser on this machine',
  files: { least: 0, most: Infinity },
  stays: 'serving',
  options: {
    port: {
      type: 'string',
      argument: 'PORT',
      help: 'Listen on this port of 127.0.0.1; any free one without it.',
    },
    open: { type: 'boolean', help: 'Open the browser.' },
  },
  details: () =>
    'The link that is printed works once and holds a secret: who has it can read and write these files. It never leaves\nthis machine. The program ends with Ctrl+C, or after eight hours in which nobody used it.\n\nChanges that are not saved are kept in the data folder, and come back when the same files are served again. They are\nnot encrypted there; only you can read them (0600).',
  run: async (context) => {
    const { io, options, service } = context;
    const port = portOf(options.text('port'));
    const renderer = builtRenderer();
    if (renderer === undefined)
      throw new AppError('file-missing', { path: 'dist/renderer (from "npm run build")' });
    await openFiles(context);
    let forget = async (): Promise<void> => {};
    const host: WebHost = await listening(port, {
      service,
      assets: readAssets(renderer),
      log: (line) => io.debug(line),
      onSuspicion: () =>
        io.tell('crumbs: Somebody keeps sending wrong secrets to this port; answers are slowed down.'),
      onLinkUsed: () => {
        void forget();
        io.tell(`crumbs: The link was used. For another tab: ${host.newLink().url}`);
      },
    });
    try {
      const { url } = host.newLink();
      io.tell(`crumbs: Open this link in a browser on this machine; it works once. Ctrl+C ends the program.`);
      await io.write(`${url}\n`);
      if (options.has('open')) forget = await openBrowser(url);
      await ended(context, host);
    } finally {
      await forget();
      await host.dispose();
    }
    return ExitCode.fine;
  },
};

/** Brings back what was not saved of these files, then opens the rest of them. */
async function openFiles(context: CommandContext): Promise<void> {
  const { io, files, service } = context;
  const paths = files.filter((file) => file !== STDIN).map((file) => absolutePath(file));
  const { documents, kept, unreadable } = await service.recover(paths);
  for (const { info } of documents) io.tell(`crumbs: Brought back unsaved changes of ${info.title}.`);
  for (const path of new Set(kept)) {
    io.tell(`crumbs: There are unsaved changes of ${path} too. Serve that file to get them back.`);
  }
  if (unreadable > 0) {
    io.tell(
      `crumbs: ${counted(unreadable, 'file')} of unsaved changes cannot be read here: damaged, or encrypted by the desktop program.`,
    );
  }
  const gone = documents.filter(({ info }) => info.restored?.file === 'gone').map(({ title }) => title);
  for (const file of files) {
    try {
      await openInput(context, file);
    } catch (error) {
      // Scenario: the file was removed, and what was not saved of it is what there is to show.
      const back =
        error instanceof AppError && error.code === 'file-missing' && gone.includes(basename(file));
      if (!back) throw error;
    }
  }
}

function portOf(text = '0'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > LAST_PORT) throw new UsageError('--port takes a number up to 65535.', 'serve');
  return port;
}

async function listening(port: number, request: Parameters<typeof WebHost.listen>[0]): Promise<WebHost> {
  try {
    return await WebHost.listen(request, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new UsageError(`Port ${port} is in use: name another one.`, 'serve');
    if (code === 'EACCES')
      throw new UsageError(`Port ${port} is not yours to use: name another one.`, 'serve');
    throw error;
  }
}

/** Resolves when the person ends the program, or nobody has used it for long; changes are not lost without a warning. */
async function ended({ io, service }: CommandContext, host: WebHost): Promise<void> {
  const unsaved = (): number => service.list().filter(({ info }) => info.dirty).length;
  let timer: NodeJS.Timeout | undefined;
  const idle = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      if (host.idleFor > IDLE_MS && unsaved() === 0) resolve();
    }, LOOK_MS);
  });
  try {
    const why = await Promise.race([idle, io.interrupted()]);
    if (why === 'insisted' || unsaved() === 0) return;
    await service.keepEdits();
    const then = service.keepsEdits
      ? 'ends the program; they come back when the same files are served again.'
      : 'ends the program without them.';
    io.tell(`crumbs: ${counted(unsaved(), 'document')} with unsaved changes. Ctrl+C again ${then}`);
    await Promise.race([io.interrupted(), saved(unsaved)]);
  } finally {
    clearInterval(timer);
  }
}

/** Resolves when nothing is unsaved any more: the person saved instead. */
async function saved(unsaved: () => number): Promise<void> {
  while (unsaved() > 0) await new Promise((resolve) => setTimeout(resolve, 1000).unref());
}
