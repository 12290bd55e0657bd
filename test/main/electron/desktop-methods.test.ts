import { expect, test } from 'vitest';
import { AppError } from '#shared/api/app-error.ts';
import { commands } from '#shared/api/commands.ts';
import { answerCall } from '../../../main/electron/desktop-methods.ts';
import type { DesktopHandlers } from '../../../main/electron/desktop-methods.ts';
import { menuLayout } from '../../../main/electron/menu-layout.ts';
import type { MenuEntry } from '../../../main/electron/menu-layout.ts';

const handlers = {
  'desktop.prefer': async () => ({}),
  'desktop.about': async () => ({ electron: '1', chromium: '2', sealed: false }),
  'desktop.chooseOpen': async () => [{ handle: '/a/path', name: 'not a handle' }],
  'desktop.showInFolder': async () => {
    throw new AppError('document-has-no-file');
  },
} as unknown as DesktopHandlers;

test('a proper call is done', async () => {
  expect(await answerCall(handlers, 'desktop.prefer', { theme: 'dark', clearAfter: 30 })).toEqual({
    result: {},
  });
});

test.each([
  ['desktop.prefer', { theme: 'pink', clearAfter: 30 }],
  ['desktop.prefer', { theme: 'dark', clearAfter: 30, more: 1 }],
  ['desktop.prefer', null],
  ['desktop.format', {}],
  ['constructor', {}],
  ['__proto__', {}],
  [42, {}],
])('the call %j with %j is refused', async (name, params) => {
  const answer = await answerCall(handlers, name, params);
  expect(answer).toMatchObject({ error: { code: 'request-invalid' } });
});

test('an expected failure crosses as its code', async () => {
  const answer = await answerCall(handlers, 'desktop.showInFolder', { document: 'd1' });
  expect(answer).toEqual({ error: { code: 'document-has-no-file', data: {} } });
});

test('an answer that breaks its own schema never reaches the page', async () => {
  await expect(answerCall(handlers, 'desktop.chooseOpen', {})).rejects.toThrow();
});

function commandsOf(entries: readonly MenuEntry[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return [];
    if ('command' in entry) return [entry.command];
    return 'submenu' in entry ? commandsOf(entry.entries) : [];
  });
}

test.each(['linux', 'win32', 'darwin'] as const)('the menu of %s holds every command once', (platform) => {
  expect(commandsOf(menuLayout(platform)).toSorted()).toEqual(commands.map(({ id }) => id).toSorted());
});
