import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { desktopMethods } from '#shared/api/desktop.ts';
import { answerCall } from '../../../main/electron/desktop-methods.ts';
import type { DesktopHandlers } from '../../../main/electron/desktop-methods.ts';
import { FORBIDDEN } from './checklist.ts';

const root = path.resolve(import.meta.dirname, '../../..');

function sourcesIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|html|mjs)$/.test(name))
    .map((name) => ({
      name: path.join(folder, name),
      text: withoutComments(readFileSync(path.join(root, folder, name), 'utf8')),
    }));
}

/** Comments may name what code must not hold. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

const sources = [...sourcesIn('main/electron'), ...sourcesIn('renderer')];
const main = readFileSync(path.join(root, 'main/electron/main.ts'), 'utf8');

test.each(FORBIDDEN)(
  '$item: no source holds it, and the rule would see one that did',
  ({ forbidden, bad }) => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter(({ text }) => forbidden.test(text)).map(({ name }) => name)).toEqual([]);
    expect(forbidden.test(bad)).toBe(true);
  },
);

test('the sandbox is enabled and the scheme registered before Electron can be ready', () => {
  const code = withoutComments(main);
  const ready = code.lastIndexOf('void start()');
  for (const first of ['app.enableSandbox()', 'registerScheme();', "app.on('web-contents-created'"]) {
    const at = code.indexOf(first);
    expect({ first, before: at > 0 && at < ready }).toEqual({ first, before: true });
  }
});

test('every contents is kept from navigating, not only those of the window', () => {
  expect(main).toMatch(
    /app\.on\('web-contents-created', \(_event, contents\) => denyNavigation\(contents\)\)/,
  );
});

test('the bridge hands over functions of its own names alone', () => {
  const preload = readFileSync(path.join(root, 'main/electron/preload.ts'), 'utf8');
  expect(preload.match(/exposeInMainWorld\([^)]*\)/g)).toEqual(["exposeInMainWorld('crumbs', bridge)"]);
  expect(preload.match(/^ {2}(\w+): \(/gm)?.map((line) => line.trim())).toEqual([
    'invoke: (',
    'fileHandle: (',
    'onEvent: (',
  ]);
});

test('whatever is sent, a call is answered or refused, and no handler sees what its schema does not allow', async () => {
  const names = Object.keys(desktopMethods);
  const called: string[] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [name, async () => void called.push(name)]),
  ) as unknown as DesktopHandlers;
  const anyName = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'desktop.', ''),
    fc.anything(),
  );
  const anyParams = fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
  });
  await fc.assert(
    fc.asyncProperty(anyName, anyParams, async (name, params) => {
      called.length = 0;
      const known = typeof name === 'string' && names.includes(name);
      // What a handler here gives back fits no schema: an answer that breaks its own never crosses, but throws.
      const answer = await answerCall(handlers, name, params).catch(() => 'broken answer');
      if (called.length > 0) expect(known).toBe(true);
      else expect(answer).toMatchObject({ error: { code: 'request-invalid' } });
    }),
    { numRuns: 400 },
  );
});
