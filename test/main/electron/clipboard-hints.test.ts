import { expect, test } from 'vitest';
import { secretHints, secretItem } from '../../../main/electron/clipboard-hints.ts';

test.each([
  [
    'win32',
    [
      'ExcludeClipboardContentFromMonitorProcessing',
      'CanIncludeInClipboardHistory',
      'CanUploadToCloudClipboard',
    ],
  ],
  ['darwin', ['org.nspasteboard.ConcealedType']],
  ['linux', ['x-kde-passwordManagerHint']],
] as const)('on %s a secret is kept out of histories', (platform, names) => {
  expect([...secretHints(platform).keys()]).toEqual(names);
});

test('Windows is told no by a number of four bytes, KDE by a word', () => {
  for (const bytes of secretHints('win32').values()) expect([...bytes]).toEqual([0, 0, 0, 0]);
  expect(new TextDecoder().decode(secretHints('linux').get('x-kde-passwordManagerHint'))).toBe('secret');
});

test('text and hints are one item, so that one write commits all of them; no hint holds the secret', async () => {
  const parts = Object.entries(secretItem('the text', 'win32'));
  expect(parts.map(([type]) => type)).toEqual([
    'text/plain',
    'electron application/osclipboard;format="ExcludeClipboardContentFromMonitorProcessing"',
    'electron application/osclipboard;format="CanIncludeInClipboardHistory"',
    'electron application/osclipboard;format="CanUploadToCloudClipboard"',
  ]);
  const texts = await Promise.all(parts.map(([, blob]) => blob.text()));
  expect(texts[0]).toBe('the text');
  expect(texts.slice(1).join('')).not.toContain('text');
});
