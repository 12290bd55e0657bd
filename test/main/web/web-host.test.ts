import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DocumentService } from '../../../main/documents/document-service.ts';
import { WebHost } from '../../../main/web/web-host.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const folder = temporaryFolder();
const PAGE = '<!doctype html><meta name="style-nonce" content="__STYLE_NONCE__">';
let host: WebHost;
let service: DocumentService;
let suspicions = 0;
let used = 0;

beforeAll(async () => {
  service = new DocumentService({ safetyFolder: path.join(folder, 'safety'), live: false });
  host = await WebHost.listen(
    {
      service,
      assets: new Map([['/', { bytes: Buffer.from(PAGE), type: 'text/html; charset=utf-8' }]]),
      log: () => {},
      onSuspicion: () => (suspicions += 1),
      onLinkUsed: () => (used += 1),
    },
    0,
  );
});

afterAll(async () => {
  await host.dispose();
  await service.dispose();
});

/** Sends bytes as they are, and gives the whole answer. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket: Socket = connect(host.port, '127.0.0.1', () => socket.end(text));
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

function request(line: string, ...headers: string[]): Promise<string> {
  return raw(`${[line, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`);
}

function post(target: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${host.port}${target}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

async function secret(): Promise<string> {
  const answer = await post('/session', JSON.stringify({ token: host.newLink().token }));
  return ((await answer.json()) as { secret: string }).secret;
}

describe('the localhost host', () => {
  test('gives the page with a new style nonce each time, the same in the page and in its policy', async () => {
    const nonces = new Set<string>();
    for (let at = 0; at < 2; at++) {
      const answer = await fetch(`http://127.0.0.1:${host.port}/`);
      const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });

  test.each([
    ['GET / HTTP/1.1', 200],
    ['GET /missing HTTP/1.1', 404],
    ['POST /api/document.list HTTP/1.1', 415],
  ])('sends the same guard headers with the answer to %s', async (line, status) => {
    const answer = await request(line, `Host: 127.0.0.1:${host.port}`);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const headers = answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase();
    for (const header of [
      "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'",
      'cache-control: no-store',
      'referrer-policy: no-referrer',
      'x-content-type-options: nosniff',
      'cross-origin-resource-policy: same-origin',
      'cross-origin-opener-policy: same-origin',
      'permissions-policy: ',
    ]) {
      expect(headers).toContain(header);
    }
    expect(headers).not.toMatch(/access-control|set-cookie|location:/);
  });

  test.each([
    ['no Host', ['GET / HTTP/1.1'], 421],
    ['two Hosts', ['GET / HTTP/1.1', 'Host: HERE', 'Host: HERE'], 421],
    ['a rebound name', ['GET / HTTP/1.1', 'Host: evil.test'], 421],
    ['an absolute target', ['GET http://HERE/ HTTP/1.1', 'Host: HERE'], 400],
    ['a fragment in the target', ['GET /#x HTTP/1.1', 'Host: HERE'], 400],
    ['another method', ['DELETE / HTTP/1.1', 'Host: HERE'], 405],
  ])('answers %s as the gate says, over the wire', async (_is, lines, status) => {
    const [line = '', ...headers] = lines.map((text) => text.replaceAll('HERE', `127.0.0.1:${host.port}`));
    expect(await request(line, ...headers)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test('trades a link for a secret once, and asks for a new link then', async () => {
    const { token, url } = host.newLink();
    const before = used;
    const first = await post('/session', JSON.stringify({ token }));
    const second = await post('/session', JSON.stringify({ token }));
    expect([first.status, second.status, used - before]).toEqual([200, 401, 1]);
    expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1', search: '', hash: `#token=${token}` });
  });

  test('answers a call with the secret, and none without', async () => {
    const headers = { authorization: `Bearer ${await secret()}` };
    const [good, bad] = [
      await post('/api/document.list', '{}', headers),
      await post('/api/document.list', '{}'),
    ];
    expect([good.status, await good.json(), bad.status]).toEqual([200, { result: [] }, 401]);
  });

  test('gives a failure the status of its code', async () => {
    const headers = { authorization: `Bearer ${await secret()}` };
    const answer = await post('/api/document.info', '{"document":"d99"}', headers);
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { error: { code: 'document-not-open', data: {} } },
    ]);
  });

  test('does not quote a body that is not JSON', async () => {
    const headers = { authorization: `Bearer ${await secret()}` };
    const answer = await post('/api/document.list', '{"value": secret-value}', headers);
    expect([answer.status, (await answer.text()).includes('secret-value')]).toEqual([400, false]);
  });

  test('does not read a body that is too large', async () => {
    const authorization = `Bearer ${await secret()}`;
    const answer = await request(
      'POST /api/document.list HTTP/1.1',
      `Host: 127.0.0.1:${host.port}`,
      'Content-Type: application/json',
      `Authorization: ${authorization}`,
      'Content-Length: 999999999',
    );
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  test('becomes slow and says so when somebody keeps guessing', async () => {
    const before = suspicions;
    let status = 0;
    for (let at = 0; at < 12 && suspicions === before; at++) {
      ({ status } = await post('/api/document.list', '{}', { authorization: 'Bearer guess' }));
    }
    expect([status, suspicions - before]).toEqual([401, 1]);
  });

  test('listens on 127.0.0.1 alone', async () => {
    const other = await WebHost.listen({ service, assets: new Map(), log: () => {} }, 0);
    const reached = await new Promise((resolve) => {
      const socket = connect(other.port, '127.0.0.2', () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    await other.dispose();
    expect(reached).toBe(false);
  });

  test('never takes another port than the one it was told', async () => {
    await expect(
      WebHost.listen({ service, assets: new Map(), log: () => {} }, host.port),
    ).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
