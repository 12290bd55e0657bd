import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { PortMessage } from '#shared/api/api.ts';
import type { DocumentInfo } from '#shared/api/document.ts';
import { EngineHost } from '../../../main/api/engine-host.ts';
import { electronPort, nodePort } from '../../../main/api/port-transport.ts';
import type { FromEngine, RegisteredFile } from '../../../main/documents/engine-control.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const folder = temporaryFolder();

function started() {
  const told: FromEngine[] = [];
  const log: string[] = [];
  const host = new EngineHost({ tell: (message) => told.push(message), log: (line) => log.push(line) });
  host.receive({ control: 'start', dataFolder: path.join(folder, 'data') }, []);
  const answer = async (call: number): Promise<FromEngine> => {
    await expect.poll(() => told.some((one) => one.control === 'answer' && one.call === call)).toBe(true);
    const found = told.find((one) => one.control === 'answer' && one.call === call);
    if (found === undefined) throw new Error('no answer');
    return found;
  };
  return { host, told, log, answer };
}

test('a path becomes a handle for the page, and the page opens it over its port', async () => {
  const file = path.join(folder, 'jar.txt');
  fs.writeFileSync(file, '# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t0\tsid\tsecret-one\n');
  const { host, told, log, answer } = started();
  expect(told).toEqual([{ control: 'ready' }]);

  host.receive({ control: 'register', call: 1, params: { path: file, purpose: 'open' } }, []);
  const registered = await answer(1);
  expect(registered).toMatchObject({ result: { name: 'jar.txt', folder } });
  const { handle } = (registered as { result: RegisteredFile }).result;
  expect(JSON.stringify(handle)).not.toContain('jar');

  const { port1, port2 } = new MessageChannel();
  host.receive({ control: 'connect' }, [nodePort(port1)]);
  const document = await new Promise<DocumentInfo>((resolve) => {
    port2.on('message', (message: PortMessage) => {
      if ('answer' in message && 'result' in message) resolve(message.result as DocumentInfo);
    });
    port2.postMessage({ call: 7, method: 'document.open', params: { handle } } satisfies PortMessage);
  });
  expect(document).toMatchObject({ title: 'jar.txt', watching: true });
  await expect.poll(() => told.some((one) => one.control === 'event')).toBe(true);

  host.receive(
    { control: 'copyText', call: 2, params: { document: document.id, target: { ids: [1] }, as: 'value' } },
    [],
  );
  expect(await answer(2)).toMatchObject({ result: { text: 'secret-one' } });
  host.receive({ control: 'pathOf', call: 3, params: { document: document.id } }, []);
  expect(await answer(3)).toMatchObject({ result: { path: file } });
  host.receive({ control: 'pathOf', call: 4, params: { document: 'd999' } }, []);
  expect(await answer(4)).toMatchObject({ error: { code: 'document-not-open' } });

  expect(log).toEqual([]);
  port2.close();
  await host.dispose();
});

test('what is no call is dropped, and Electron’s wrapping of messages is taken off', async () => {
  const { host, log } = started();
  const sent: unknown[] = [];
  let deliver: (message: unknown) => void = () => {};
  host.receive({ control: 'connect' }, [
    electronPort({
      postMessage: (message) => sent.push(message),
      on: (event: string, listener: (message: unknown) => void) => {
        if (event === 'message') deliver = listener;
      },
      start: () => {},
    }),
  ]);
  for (const data of [null, 'hello', { call: 'x' }, { call: 1 }]) deliver({ data });
  deliver({ data: { call: 5, method: 'document.list', params: {} } });
  await expect.poll(() => sent).toEqual([{ answer: 5, result: [] }]);
  expect(log).toEqual([]);
  await host.dispose();
});
