import type { Session, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../main/electron/csp.ts';
import { denyNavigation } from '../../../main/electron/navigation.ts';
import { denyNetwork, denyPermissions } from '../../../main/electron/permissions.ts';
import { isTrusted } from '../../../main/electron/sender.ts';
import { responseHeaders } from '../../../main/web/response-headers.ts';
import { windowOptions } from '../../../main/electron/window-options.ts';

test('the window’s page is sandboxed, isolated and without Node', () => {
  const options = windowOptions({
    bounds: { width: 900, height: 700 },
    dark: false,
    preload: '/app/preload.cjs',
    development: false,
  });
  expect(options.webPreferences).toEqual({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

test('the content policy allows the app’s own files and styles with the nonce, nothing else', () => {
  const policy = new Map(
    contentSecurityPolicy('abc')
      .split('; ')
      .map((part) => {
        const [name = '', ...sources] = part.split(' ');
        return [name, sources];
      }),
  );
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('style-src')).toEqual(["'self'", "'nonce-abc'"]);
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(policy.get('trusted-types')).toEqual(["'none'"]);
  expect([...policy.values()].flat().filter((source) => /unsafe|http|\*/.test(source))).toEqual([]);
});

test('both hosts of the window have one content policy', () => {
  const parts = (policy: string | undefined) => (policy ?? '').split('; ').toSorted();
  expect(parts(responseHeaders('abc')['content-security-policy'])).toEqual(
    parts(contentSecurityPolicy('abc')),
  );
});

const page = { url: 'crumbs://app/index.html', parent: null, detached: false };
const ours = { frame: page, isMainFrame: true, isOurWindow: true };

test('a call from our own page is heard', () => {
  expect(isTrusted(ours)).toBe(true);
});

test.each([
  ['a frame that is gone', { ...ours, frame: null }],
  ['a detached frame', { ...ours, frame: { ...page, detached: true } }],
  ['a frame inside the page', { ...ours, frame: { ...page, parent: page } }],
  ['another frame than the window’s', { ...ours, isMainFrame: false }],
  ['another window', { ...ours, isOurWindow: false }],
  ['another host', { ...ours, frame: { ...page, url: 'crumbs://app.evil/index.html' } }],
  ['a host in upper case', { ...ours, frame: { ...page, url: 'crumbs://APP/index.html' } }],
  ['a name before the host', { ...ours, frame: { ...page, url: 'crumbs://app@evil/' } }],
  ['a web page', { ...ours, frame: { ...page, url: 'https://example.com/' } }],
  ['a file', { ...ours, frame: { ...page, url: 'file:///index.html' } }],
  ['a blank page', { ...ours, frame: { ...page, url: 'about:blank' } }],
])('a call from %s is not heard', (_what, sender) => {
  expect(isTrusted(sender)).toBe(false);
});

type Handler = (...given: unknown[]) => unknown;

/** Records what is set on a session, by the name of the setter. */
function recordingSession(): { session: Session; set: Map<string, Handler> } {
  const set = new Map<string, Handler>();
  const recorder = new Proxy<object>(
    {},
    {
      get: (_target, name) => {
        if (name === 'on') return (event: string, handler: Handler) => void set.set(event, handler);
        if (name === 'webRequest') {
          return { onBeforeRequest: (handler: Handler) => void set.set('onBeforeRequest', handler) };
        }
        return (handler: Handler) => void set.set(String(name), handler);
      },
    },
  );
  return { session: recorder as unknown as Session, set };
}

test('every permission and every device is refused', () => {
  const { session, set } = recordingSession();
  denyPermissions(session);
  const answers: unknown[] = [];
  set.get('setPermissionRequestHandler')?.({}, 'media', (allowed: unknown) => answers.push(allowed));
  answers.push(set.get('setPermissionCheckHandler')?.({}, 'clipboard-read'));
  answers.push(set.get('setDevicePermissionHandler')?.({}));
  expect(answers).toEqual([false, false, false]);
});

test.each([
  ['crumbs://app/index.html', false],
  ['https://example.com/', true],
  ['http://127.0.0.1/', true],
  ['ws://example.com/', true],
  ['file:///etc/passwd', true],
  ['crumbsx://app/', true],
])('a request for %s: cancelled is %s', (url, cancel) => {
  const { session, set } = recordingSession();
  denyNetwork(session);
  const answers: unknown[] = [];
  set.get('onBeforeRequest')?.({ url }, (answer: unknown) => answers.push(answer));
  expect(answers).toEqual([{ cancel }]);
});

test('a page can neither navigate, nor open a window, nor embed a page', () => {
  const prevented: string[] = [];
  const contents = {
    on: (event: string, handler: Handler) => handler({ preventDefault: () => prevented.push(event) }),
    setWindowOpenHandler: (handler: Handler) => prevented.push(JSON.stringify(handler({}))),
  };
  denyNavigation(contents as unknown as WebContents);
  expect(prevented).toEqual([
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
    '{"action":"deny"}',
  ]);
});
