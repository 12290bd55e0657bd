import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type TestClient, transports } from './transports.ts';

const NOW = 1_800_000_000;
const CANARY = 'canary81d3f2Value';
const JAR = `# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tTRUE\t1900000000\tsid\t${CANARY}A\n`;
const url = 'https://www.example.com/';

const folder = temporaryFolder();
let files = 0;

describe.each(Object.keys(transports))('Set-Cookie over %s', (name) => {
  let client: TestClient;

  beforeEach(async () => {
    const start = transports[name];
    if (start === undefined) throw new Error('no such transport');
    client = await start({ safetyFolder: path.join(folder, 'safety'), clock: () => NOW * 1000 });
  });

  afterEach(async () => {
    await client.dispose();
    expect(client.log).toEqual([]);
  });

  async function opened(): Promise<{ file: string; document: string }> {
    const file = path.join(folder, `jar-${(files += 1)}.txt`);
    fs.writeFileSync(file, JAR, { mode: 0o600 });
    const { id } = await client.call('document.open', { handle: client.service.handles.grant(file) });
    return { file, document: id };
  }

  const text = `Set-Cookie: sid=${CANARY}B; Domain=example.com; Path=/; Secure; Max-Age=60\nSet-Cookie: __Host-x=${CANARY}C\n`;

  test('is shown for each browser, without values until they are asked for', async () => {
    const { document } = await opened();
    const asked = {
      document,
      text,
      url,
      receivers: ['chromium', 'no-such-browser', 'firefox', 'rfc6265bis'],
    };
    const previews = await client.call('setCookie.preview', asked);
    expect(previews.map(({ client: id, outcomes }) => [id, outcomes.map(({ outcome }) => outcome)])).toEqual([
      ['chromium', ['replace', 'rejected']],
      ['firefox', ['replace', 'rejected']],
      ['rfc6265bis', ['replace', 'rejected']],
    ]);
    expect(previews[0]?.outcomes[0]).toMatchObject({
      standing: 'changed',
      documentLine: 2,
      differs: ['value', 'expiryTime'],
      cookie: { name: 'sid', domain: 'example.com', expiryTime: NOW + 60 },
    });
    expect(client.raw.join('\n')).not.toContain(CANARY);
    const shown = await client.call('setCookie.preview', { ...asked, reveal: true });
    expect(shown[0]?.outcomes[0]?.cookie?.value).toBe(`${CANARY}B`);
    expect((await client.call('document.info', { document })).dirty).toBe(false);
  });

  test('is applied as one step, which a save writes and an undo takes back', async () => {
    const { document, file } = await opened();
    const result = await client.call('setCookie.apply', {
      document,
      text,
      url,
      receiver: 'firefox',
      time: NOW + 1,
    });
    expect([result.label, result.changed]).toEqual(['Apply Set-Cookie to 1 cookie', 1]);
    await client.call('document.save', { document });
    expect(fs.readFileSync(file, 'utf8')).toBe(
      JAR.replace('1900000000', String(NOW + 61)).replace(`${CANARY}A`, `${CANARY}B`),
    );
    await client.call('document.undo', { document });
    await client.call('document.save', { document });
    expect(fs.readFileSync(file, 'utf8')).toBe(JAR);
    const told = await client.call('document.history', { document });
    expect(JSON.stringify(told)).not.toContain(CANARY);
  });

  test.each([
    ['no host', { url: 'https://' }, 'address-unusable'],
    ['a file', { url: 'file:///etc/hosts' }, 'address-unusable'],
    ['no browser of that name', { receiver: 'mosaic' }, 'client-unknown'],
    ['too many headers', { text: 'a=1\n'.repeat(1001) }, 'too-many-rows'],
    ['no header', { text: 'HTTP/1.1 200 OK' }, 'edit-refused'],
    ['a time that is no number', { time: 'noon' }, 'request-invalid'],
    ['a place that is none', { initiator: 'moon' }, 'request-invalid'],
  ])('with %s is refused by its code', async (_what, odd, code) => {
    const { document } = await opened();
    const asked = { document, text: 'a=1', url, receiver: 'chromium', ...odd };
    await expect(client.callAny('setCookie.apply', asked)).rejects.toMatchObject({ code });
  });

  test('takes a megabyte, NUL bytes and other alphabets', async () => {
    const { document } = await opened();
    const large = `big=${'x'.repeat(1 << 20)}\nnul=a\0b\nwort=schön; Path=/`;
    const odd = { document, text: large, url: 'https://bücher.example/', receivers: ['chromium'] };
    const [preview] = await client.call('setCookie.preview', odd);
    expect(preview?.outcomes.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected', 'add']);
  });

  test('and requests know browsers, which are told apart from programs', async () => {
    const { document } = await opened();
    const known = await client.call('verdict.clients', {});
    const kinds = Object.fromEntries(known.map(({ id, kind }) => [id, kind]));
    expect(kinds).toMatchObject({ curl: 'program', chromium: 'browser', rfc6265bis: 'standard' });
    const clients = ['curl', 'chromium', 'firefox'];
    const previews = await client.call('verdict.request', {
      document,
      url,
      clients,
      initiator: 'embedded',
    });
    expect(previews.map(({ client: id, sent }) => [id, sent.length])).toEqual([
      ['curl', 1],
      ['chromium', 0],
      ['firefox', 0],
    ]);
    expect(await client.call('verdict.file', { document, clients: ['chromium'] })).toEqual([]);
  });
});
