import { AppError } from '#shared/api/app-error.ts';
import { type Io, OutputClosed, OutputFailed } from './io.ts';
import { plainText } from './plain-text.ts';
import { ProgressLine } from './progress-line.ts';

const MOST_INPUT = 1 << 30;
const CHUNK = 1 << 16;
/** Two Ctrl+C nearer than this are one press of the keys. */
const SAME_KEY_MS = 500;

/**
 * The streams of this process, whose program is at `program`. Errors come out of `write`, so that a full disk is never taken for success.
 */
export function processIo(program: URL): Io {
  process.stdout.on('error', heard);
  process.stderr.on('error', heard);
  const line = new ProgressLine(process.stderr);
  const tell = (message: string): void => {
    line.clear();
    process.stderr.write(`${message.split('\n').map(plainText).join('\n')}\n`);
  };
  return {
    program,
    readInput,
    progress: (text) => line.show(text),
    write: async (text) => {
      if (process.stdout.isTTY) line.clear();
      const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
      for (let at = 0; at < bytes.length; at += CHUNK) await writeChunk(bytes.subarray(at, at + CHUNK));
    },
    tell,
    fail: tell,
    debug: (line) => {
      if (process.env['CRUMBS_DEBUG']) process.stderr.write(`${plainText(line)}\n`);
    },
    interrupted: interruptions(),
  };
}

/** Hears the signals from the first question on. A program that starts this one may send a Ctrl+C of its own after the terminal's. */
function interruptions(): Io['interrupted'] {
  let waiting: ((why: 'asked' | 'insisted') => void) | undefined;
  let last = -Infinity;
  const hear = (why: 'asked' | 'insisted'): void => {
    const now = performance.now();
    const again = why === 'asked' && now - last < SAME_KEY_MS;
    last = now;
    if (!again) waiting?.(why);
  };
  return () => {
    if (waiting === undefined)
      process.on('SIGINT', () => hear('asked')).on('SIGTERM', () => hear('insisted'));
    return new Promise((resolve) => (waiting = resolve));
  };
}

function writeChunk(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => {
      if (!error) resolve();
      else if ('code' in error && error.code === 'EPIPE') reject(new OutputClosed());
      else reject(new OutputFailed('', { cause: error }));
    });
  });
}

async function readInput(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_INPUT) throw new AppError('file-too-large', { path: '-', size, limit: MOST_INPUT });
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The failure of a write comes to whoever wrote; without a listener Node would end the program first. */
function heard(): void {}
