import { describe, expect, test } from 'vitest';
import { gate, type GateRequest, type Verdict } from '../../../main/web/gate.ts';

const PORT = 8123;
const SECRET = 'a-secret-of-this-session';
const HERE = `127.0.0.1:${PORT}`;

type Sent = readonly (readonly [string, string])[];

/** A call as our own page makes it; `undefined` leaves a header out, a list sends it several times. */
const GOOD = {
  host: HERE,
  origin: `http://${HERE}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  authorization: `Bearer ${SECRET}`,
};

function headers(changed: Record<string, string | readonly string[] | undefined>): GateRequest['headers'] {
  const sent: Sent = Object.entries({ ...GOOD, ...changed }).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one] as const),
  );
  const all = new Map<string, string[]>();
  for (const [name, value] of sent) all.set(name, [...(all.get(name) ?? []), value]);
  return all;
}

interface Case {
  readonly is: string;
  readonly status: number;
  readonly method?: string;
  readonly target?: string;
  readonly changed?: Record<string, string | readonly string[] | undefined>;
}

function statusOf(verdict: Verdict<string>): number {
  return verdict.kind === 'refused' ? verdict.status : 200;
}

function decide({
  method = 'POST',
  target = '/api/document.list',
  changed = {},
}: Omit<Case, 'is' | 'status'>) {
  return gate(
    { method, target, headers: headers(changed) },
    {
      port: PORT,
      isAsset: (name) => ['/', '/assets/main.js'].includes(name),
      session: (secret) => (secret === SECRET ? 'session' : undefined),
    },
  );
}

const CASES: readonly Case[] = [
  { is: 'a call from our own page', status: 200 },
  { is: 'a rebound name as Host', status: 421, changed: { host: `evil.test:${PORT}` } },
  { is: 'a Host that only begins like ours', status: 421, changed: { host: `${HERE}.evil.test` } },
  { is: 'a Host with a trailing full stop', status: 421, changed: { host: `localhost.:${PORT}` } },
  { is: 'a Host in capitals', status: 421, changed: { host: `LOCALHOST:${PORT}` } },
  { is: 'the Host 0.0.0.0', status: 421, changed: { host: `0.0.0.0:${PORT}` } },
  { is: 'two Hosts', status: 421, changed: { host: [HERE, HERE] } },
  { is: 'no Host', status: 421, changed: { host: undefined } },
  { is: 'an absolute target', status: 400, target: `http://${HERE}/api/document.list` },
  { is: 'a target with a fragment', status: 400, target: '/api/document.list#x' },
  { is: 'the Origin null', status: 403, changed: { origin: 'null' } },
  { is: 'the Origin of another port', status: 403, changed: { origin: 'http://127.0.0.1:1' } },
  { is: 'a request across sites', status: 403, changed: { 'sec-fetch-site': 'cross-site' } },
  { is: 'a request of the same site', status: 403, changed: { 'sec-fetch-site': 'same-site' } },
  {
    is: 'the secret in the query',
    status: 401,
    target: `/api/document.list?token=${SECRET}`,
    changed: { authorization: undefined },
  },
  {
    is: 'the secret in a cookie',
    status: 401,
    changed: { authorization: undefined, cookie: `token=${SECRET}` },
  },
  { is: 'a secret that is cut short', status: 401, changed: { authorization: `Bearer ${SECRET.slice(1)}` } },
  { is: 'a form', status: 415, changed: { 'content-type': 'text/plain' } },
  { is: 'GET', status: 405, method: 'GET' },
  { is: 'the right Host without a port', status: 421, changed: { host: '127.0.0.1' } },
  { is: 'a target that begins with two slashes', status: 400, target: '//evil.test/api/document.list' },
  { is: 'the target *', status: 400, method: 'OPTIONS', target: '*' },
  { is: 'a preflight', status: 405, method: 'OPTIONS' },
  {
    is: 'two Origins of which one is ours',
    status: 403,
    changed: { origin: [GOOD.origin, 'http://evil.test'] },
  },
  { is: 'two secrets', status: 401, changed: { authorization: [GOOD.authorization, GOOD.authorization] } },
  { is: 'another scheme of authorization', status: 401, changed: { authorization: `Basic ${SECRET}` } },
  { is: 'a call that was typed in', status: 403, changed: { 'sec-fetch-site': 'none' } },
  {
    is: 'localhost as Host',
    status: 200,
    changed: { host: `localhost:${PORT}`, origin: `http://localhost:${PORT}` },
  },
  {
    is: 'an Origin under another of our names',
    status: 403,
    changed: { origin: `http://localhost:${PORT}` },
  },
];

describe('the gate of the localhost host', () => {
  test.each(CASES)('answers $is with $status', ({ is: _is, status, ...request }) => {
    expect(statusOf(decide(request))).toBe(status);
  });

  test('gives the method and the session of a call that it lets in', () => {
    expect(decide({})).toEqual({ kind: 'call', session: 'session', method: 'document.list' });
  });

  const page = { origin: undefined, authorization: undefined, 'content-type': undefined };

  test.each([
    { is: 'typed in', changed: { 'sec-fetch-site': 'none' }, status: 200 },
    { is: 'asked for by a program', changed: { 'sec-fetch-site': undefined }, status: 200 },
    {
      is: 'gone to as a whole from a file',
      changed: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      status: 200,
    },
    {
      is: 'framed by another site',
      changed: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      status: 403,
    },
    { is: 'fetched by another site', changed: { 'sec-fetch-site': 'cross-site' }, status: 403 },
  ])('answers the page, $is, with $status', ({ changed, status }) => {
    expect(statusOf(decide({ method: 'GET', target: '/', changed: { ...page, ...changed } }))).toBe(status);
  });

  test.each(['/../package.json', '/assets/main.js?raw', '/assets/%2e%2e/x', '/assets/', '/index.html'])(
    'knows no file %s',
    (target) => {
      expect(statusOf(decide({ method: 'GET', target, changed: page }))).toBe(404);
    },
  );

  test('gives a file by its exact name', () => {
    expect(decide({ method: 'GET', target: '/assets/main.js', changed: page })).toEqual({
      kind: 'asset',
      name: '/assets/main.js',
    });
  });
});
