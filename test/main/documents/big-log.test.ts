import { expect, test } from 'vitest';
import { DocumentService } from '../../../main/documents/document-service.ts';

/** A log with so many exchanges, each of which sets a cookie and has a body. */
function logOf(exchanges: number): Uint8Array<ArrayBuffer> {
  const body = '<p class="text">\\n</p>'.repeat(10);
  const entries = Array.from({ length: exchanges }, (_, at) => ({
    startedDateTime: '2026-11-21T00:00:00Z',
    request: { url: `https://www.example${at % 500}.com/`, cookies: [], headers: [] },
    response: {
      cookies: [],
      headers: [{ name: 'Set-Cookie', value: `name${at}=value; Max-Age=86400` }],
      content: { text: body },
    },
  }));
  return new Uint8Array(Buffer.from(JSON.stringify({ log: { version: '1.2', entries } })));
}

test('a log of some megabytes stops when it is told to, tells how far it is, and is read', async () => {
  const service = new DocumentService({ safetyFolder: '/nowhere', live: false });
  const stopped = expect(service.openBytes('log.har', logOf(40_000))).rejects.toMatchObject({
    code: 'cancelled',
  });
  await new Promise((resolve) => setImmediate(resolve));
  service.tasks.cancel('t1');
  await stopped;
  const parts: number[] = [];
  service.subscribe((event) => {
    if (event.event === 'progressed') parts.push(event.done / event.total);
  });
  const { cookies } = await service.openBytes('log.har', logOf(40_000));
  expect(cookies.counts().entries).toBe(40_000);
  expect(parts.at(-1)).toBe(1);
  expect(parts.slice(0, -1).every((part) => part >= 0 && part < 1)).toBe(true);
  await service.dispose();
});
