import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { type TestClient, transports } from './transports.ts';

const line = (columns: string): string => `${columns.split(' ').join('\t')}\n`;
const JAR = `# Netscape HTTP Cookie File\n${line('.a.example TRUE / TRUE 1 old 1')}${line('.b.example TRUE / TRUE 1 older 2')}`;
const folder = temporaryFolder();

describe.each(Object.keys(transports))('rules that are ignored, over %s', (name) => {
  let client: TestClient;

  beforeEach(async () => {
    const transport = transports[name];
    if (transport === undefined) throw new Error('no such transport');
    client = await transport({
      safetyFolder: path.join(folder, 'safety'),
      live: true,
    });
  });
  afterEach(() => client.dispose());

  const openJar = () =>
    client.call('document.openBytes', { name: 'jar.txt', base64: Buffer.from(JAR).toString('base64') });
  const expired = async (document: string): Promise<number> => {
    const rules = await client.call('findings.summary', { document });
    return rules.find(({ rule }) => rule === 'expired')?.count ?? 0;
  };

  test('are ignored in files that are open and in those that are opened later', async () => {
    const first = await openJar();
    expect(await expired(first.id)).toBe(2);
    await client.call('settings.change', { ignoredRules: ['expired'] });
    expect(await expired(first.id)).toBe(0);
    const second = await openJar();
    expect(await expired(second.id)).toBe(0);
    expect(await client.call('findings.ignored', { document: second.id })).toMatchObject([
      { rule: 'expired', everywhere: true, places: 0 },
    ]);
    await client.call('settings.change', { ignoredRules: [] });
    expect(await expired(first.id)).toBe(2);
  });

  test('are ignored on one line of one file, until they are heard again', async () => {
    const { id: document } = await openJar();
    const there = await client.call('findings.ignore', { document, rule: 'expired', ids: [1] });
    expect([there.ignored, there.dirty, await expired(document)]).toEqual([1, false, 1]);
    const heard = await client.call('findings.heed', { document, rule: 'expired' });
    expect([heard.ignored, await expired(document)]).toEqual([0, 2]);
    await expect(
      client.call('findings.ignore', { document, rule: 'no-such-rule', ids: [1] }),
    ).rejects.toMatchObject({ code: 'rule-unknown' });
  });
});
