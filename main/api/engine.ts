/** The entry of the desktop program's engine process: it connects Electron's parent port to an `EngineHost`. */
import type { FromEngine, ToEngine } from '../documents/engine-control.ts';
import { logBug } from './bug-log.ts';
import { EngineHost } from './engine-host.ts';
import { electronPort } from './port-transport.ts';

interface ParentPort {
  postMessage(message: FromEngine): void;
  on(
    event: 'message',
    listener: (message: {
      readonly data: ToEngine;
      readonly ports: Parameters<typeof electronPort>[0][];
    }) => void,
  ): void;
}

const log = (line: string): void => void process.stderr.write(`${line}\n`);
const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
const host = new EngineHost({ tell: (message) => parentPort.postMessage(message), log });

process.on('unhandledRejection', (error) => logBug(log, 'unhandled', error));
process.on('uncaughtException', (error) => {
  logBug(log, 'uncaught', error);
  process.exit(1);
});
// The desktop ends its engine so. What was just edited is brought to the disk first.
process.once('SIGTERM', () => void host.dispose().finally(() => process.exit(0)));
parentPort.on('message', ({ data, ports }) => host.receive(data, ports.map(electronPort)));
