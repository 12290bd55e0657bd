import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DocumentService } from '../../main/documents/document-service.ts';
import { WebHost } from '../../main/web/web-host.ts';
import { temporaryFolder } from '../main/files/temporary-folder.ts';

const folder = temporaryFolder();
const bugs: unknown[] = [];
let host: WebHost;
let service: DocumentService;
let secret = '';

beforeAll(async () => {
  service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
  const page = { bytes: Buffer.from('the page'), type: 'text/html; charset=utf-8' };
  const assets = new Map([['/', page]]);
  host = await WebHost.listen({ service, assets, log: (...told) => bugs.push(told) }, 0);
  const body = JSON.stringify({ token: host.newLink().token });
  const answer = await exchange(post({ body, target: '/session', authorization: undefined }));
  secret = (JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as { secret: string }).secret;
});

afterAll(async () => {
  await host.dispose();
  await service.dispose();
});

/** Sends bytes as they are, and gives all that comes back until the connection is closed, by either side. */
function exchange(...parts: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket: Socket = connect(host.port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('close', () => resolve(answer));
    // The other side closed while we still wrote: what it said came before.
    socket.on('error', () => undefined);
  });
}

interface Call {
  readonly body: string;
  readonly target?: string;
  readonly authorization?: string | undefined;
  /** Header lines; a length that says otherwise takes the place of the true one. */
  readonly more?: readonly string[];
  readonly stays?: boolean;
}

/** A call as our own page makes it, in bytes. */
function post({ body, target = '/api/document.list', more = [], stays = false, ...given }: Call): string {
  const authorization = 'authorization' in given ? given.authorization : `Bearer ${secret}`;
  const counted = more.some((line) => /^(?:content-length|transfer-encoding):/i.test(line));
  return [
    `POST ${target} HTTP/1.1`,
    `Host: 127.0.0.1:${host.port}`,
    'Content-Type: application/json',
    ...(authorization === undefined ? [] : [`Authorization: ${authorization}`]),
    ...(counted ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    ...(stays ? [] : ['Connection: close']),
    ...more,
    '',
    body,
  ].join('\r\n');
}

const statuses = (answer: string): number[] =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

describe.concurrent('clients that mean no good, to the localhost host (F45)', { timeout: 30_000 }, () => {
  const here = (): string => `Host: 127.0.0.1:${host.port}`;
  const CHUNKED = ['Transfer-Encoding: chunked'];

  test.each<{ is: string; sent: () => string | Buffer; status: readonly number[] }>([
    { is: 'a good call', sent: () => post({ body: '{}' }), status: [200] },
    {
      is: 'a header of 100 KB',
      sent: () => post({ body: '{}', more: [`X: ${'x'.repeat(100_000)}`] }),
      status: [431],
    },
    {
      is: '10,000 headers',
      sent: () => post({ body: '{}', more: Array.from({ length: 10_000 }, () => 'A: b') }),
      status: [431],
    },
    { is: 'a line of words', sent: () => 'hello, are you there?\r\n\r\n', status: [400] },
    { is: 'HTTP/0.9', sent: () => 'GET /\r\n\r\n', status: [421] },
    { is: 'a method in lower case', sent: () => `get / HTTP/1.1\r\n${here()}\r\n\r\n`, status: [400] },
    { is: 'TRACE', sent: () => `TRACE / HTTP/1.1\r\n${here()}\r\n\r\n`, status: [405] },
    {
      is: 'CONNECT',
      sent: () => `CONNECT 127.0.0.1:1 HTTP/1.1\r\n${here()}\r\n\r\n`,
      status: [],
    },
    {
      is: 'a NUL byte in the target',
      sent: () => `GET /\0 HTTP/1.1\r\n${here()}\r\n\r\n`,
      status: [400],
    },
    {
      is: 'a header that is folded over two lines',
      sent: () => `GET / HTTP/1.1\r\n${here()}\r\n evil.test\r\n\r\n`,
      status: [400],
    },
    {
      is: 'a socket to be upgraded',
      sent: () =>
        `GET /api/events HTTP/1.1\r\n${here()}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      status: [405],
    },
    {
      is: 'two lengths',
      sent: () => post({ body: '{}', more: ['Content-Length: 2', 'Content-Length: 9'] }),
      status: [400],
    },
    {
      is: 'a length and chunks',
      sent: () => post({ body: '2\r\n{}\r\n0\r\n\r\n', more: [...CHUNKED, 'Content-Length: 2'] }),
      status: [400],
    },
    {
      is: 'a negative length',
      sent: () => post({ body: '{}', more: ['Content-Length: -2'] }),
      status: [400],
    },
    {
      is: 'a chunk whose size is no number',
      sent: () => post({ body: 'zz\r\n{}\r\n0\r\n\r\n', more: CHUNKED }),
      status: [400],
    },
    {
      is: 'a chunk that is longer than it says',
      sent: () => post({ body: '1\r\n{}\r\n0\r\n\r\n', more: CHUNKED }),
      status: [400],
    },
    {
      is: 'a wish for more than there is',
      sent: () => post({ body: '{}', more: ['Expect: miracles'] }),
      status: [417],
    },
    {
      is: 'a wish to go on',
      sent: () => post({ body: '{}', more: ['Expect: 100-continue'] }),
      status: [100, 200],
    },
    {
      is: 'a call without the secret, and another behind it on the same connection',
      sent: () => post({ body: '{}', authorization: 'Bearer x', stays: true }) + post({ body: '{}' }),
      status: [401],
    },
    {
      is: 'two calls on one connection',
      sent: () => post({ body: '{}', stays: true }) + post({ body: '{}' }),
      status: [200, 200],
    },
    {
      is: '10 MB of JSON, without the secret',
      sent: () => post({ body: `"${'x'.repeat(10_000_000)}"`, authorization: 'Bearer x' }),
      status: [401],
    },
    {
      is: '10 MB of JSON that is no request',
      sent: () => post({ body: `"${'x'.repeat(10_000_000)}"` }),
      status: [400],
    },
    {
      is: 'a million brackets',
      sent: () => post({ body: '['.repeat(1_000_000) }),
      status: [400],
    },
  ])('answers $is with $status, and closes', async ({ sent, status }) => {
    const answer = await exchange(sent());
    expect(statuses(answer)).toEqual(status);
    expect(answer).not.toContain(secret);
    expect(answer).not.toMatch(/\n\s+at |node:|xxxx/);
  });

  test('lets go of those that begin and never finish, and answers others meanwhile', async () => {
    const slow = [
      exchange(),
      exchange('POST /api/document.list HTTP/1.1\r\n'),
      exchange(post({ body: '' }).slice(0, -4)),
    ];
    expect(statuses(await exchange(post({ body: '{}' })))).toEqual([200]);
    expect((await Promise.all(slow)).map(statuses)).toEqual([[408], [408], [408]]);
  });

  test('takes it for no bug of ours when one goes away in the middle of its call', async () => {
    const socket = connect(host.port, '127.0.0.1');
    socket.write(post({ body: '{', more: ['Content-Length: 100'] }));
    await pause(50);
    socket.destroy();
    await pause(50);
    expect(bugs).toEqual([]);
  });
});

test('answers a window that is open while others take every connection that there is, and anyone later', async () => {
  const own = connect(host.port, '127.0.0.1');
  let said = '';
  own.on('data', (data) => (said += data.toString('latin1')));
  own.write(post({ body: '{}', stays: true }));
  await expect.poll(() => statuses(said).length).toBe(1);
  let refused = 0;
  const many = Array.from({ length: 600 }, () => {
    const socket = connect(host.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => (refused += 1));
    return socket;
  });
  await expect.poll(() => refused).toBeGreaterThan(500);
  own.write(post({ body: '{}', stays: true }));
  await expect.poll(() => statuses(said)).toEqual([200, 200]);
  own.destroy();
  for (const socket of many) socket.destroy();
  await expect.poll(async () => statuses(await exchange(post({ body: '{}' })))).toEqual([200]);
});
