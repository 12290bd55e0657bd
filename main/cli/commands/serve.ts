import { AppError } from '#shared/api/app-error.ts';
import { builtRenderer, readAssets } from '../../web/assets.ts';
import { openBrowser } from '../../web/open-browser.ts';
import { WebHost } from '../../web/web-host.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { openInput } from '../inputs.ts';
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
  options: {
    port: {
      type: 'string',
      argument: 'PORT',
      help: 'Listen on this port of 127.0.0.1; any free one without it.',
    },
    open: { type: 'boolean', help: 'Open the browser.' },
  },
  details: () =>
    'The link that is printed works once and holds a secret: who has it can read and write these files. It never leaves\nthis machine. The program ends with Ctrl+C, or after eight hours in which nobody used it.',
  run: async (context) => {
    const { io, options, service } = context;
    const port = portOf(options.text('port'));
    const renderer = builtRenderer();
    if (renderer === undefined)
      throw new AppError('file-missing', { path: 'dist/renderer (from "npm run build")' });
    for (const file of context.files) await openInput(context, file);
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
    io.tell(
      `crumbs: ${counted(unsaved(), 'document')} with unsaved changes. Ctrl+C again ends the program without them.`,
    );
    await Promise.race([io.interrupted(), saved(unsaved)]);
  } finally {
    clearInterval(timer);
  }
}

/** Resolves when nothing is unsaved any more: the person saved instead. */
async function saved(unsaved: () => number): Promise<void> {
  while (unsaved() > 0) await new Promise((resolve) => setTimeout(resolve, 1000).unref());
}
