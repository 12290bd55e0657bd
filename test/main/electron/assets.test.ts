import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, assetMap } from '../../../main/electron/assets.ts';

let base = '';
let assets: ReturnType<typeof assetMap> = new Map();
beforeAll(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'crumbs-assets-'));
  fs.mkdirSync(path.join(base, 'renderer/assets'), { recursive: true });
  fs.writeFileSync(path.join(base, 'secret.js'), 'outside');
  fs.writeFileSync(path.join(base, 'renderer/index.html'), '<meta content="__STYLE_NONCE__">');
  fs.writeFileSync(path.join(base, 'renderer/assets/app.js'), 'inside');
  fs.writeFileSync(path.join(base, 'renderer/assets/app.js.map'), 'map');
  assets = assetMap(path.join(base, 'renderer'));
});
afterAll(() => fs.rmSync(base, { recursive: true, force: true }));

test('the page gets a new nonce with each load, in its policy and in its text', async () => {
  const loads = [answer(assets, 'crumbs://app/'), answer(assets, 'crumbs://app/')];
  const nonces = await Promise.all(
    loads.map(async (response) => {
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(await response.text()).toBe(`<meta content="${nonce}">`);
      return nonce;
    }),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(nonces[0]?.length).toBeGreaterThan(20);
});

test('a file of the renderer is served with its own type', async () => {
  const response = answer(assets, 'crumbs://app/assets/app.js');
  expect(await response.text()).toBe('inside');
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  'crumbs://app/../secret.js',
  'crumbs://app/%2e%2e/secret.js',
  'crumbs://app/..%2fsecret.js',
  'crumbs://app/assets\\..\\..\\secret.js',
  'crumbs://APP/assets/app.js',
  'crumbs://app.evil/assets/app.js',
  'crumbs://app/assets/app.js?x',
  'crumbs://app/assets/app.js.map',
  'crumbs://app/assets',
  'crumbs://app//assets/app.js',
  'file:///etc/passwd',
])('%s is not found', (url) => {
  expect(answer(assets, url).status).toBe(404);
});
