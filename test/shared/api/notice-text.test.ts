import { describe, expect, test } from 'vitest';
import { NOTICE_CODES } from '#shared/api/notice.ts';
import { noticeText } from '#shared/api/notice-text.ts';

const MODES = { path: '/home/person/jar.txt', before: '0644', after: '0600', version: 18 };
const OLD = { oldContent: '/home/person/.crumbs-old-1' };

describe('what is said of work that succeeded', () => {
  test.each(NOTICE_CODES)('%s is whole sentences that name the file', (code) => {
    for (const data of [
      MODES,
      { ...MODES, ...OLD },
      { ...MODES, reason: 'ignored' },
      { ...MODES, errno: 'EPERM' },
    ]) {
      const { happened, next } = noticeText({ code, data: { ...data, ...OLD } });
      for (const sentence of [happened, next]) expect(sentence).toMatch(/^[A-Z/].*\.$/s);
      expect(happened).toContain(MODES.path);
      expect(happened + next).not.toMatch(/undefined|\(\)| {2}/);
    }
  });

  test('old bytes that were left are told with their place, and that they hold cookies', () => {
    for (const code of ['durability-uncertain', 'old-content-kept'] as const) {
      const { next } = noticeText({ code, data: { path: 'x', ...OLD } });
      expect(next).toContain(OLD.oldContent);
      expect(next).toContain('it holds cookies');
    }
  });

  test.each([
    { why: { errno: 'EPERM' }, says: '(EPERM)' },
    { why: { reason: 'read-only' }, says: 'since it is read-only' },
    { why: { reason: 'ignored' }, says: 'its disk does not keep permissions' },
  ])('permissions that could not be changed are told with the reason: $says', ({ why, says }) => {
    const { happened } = noticeText({ code: 'mode-not-changed', data: { ...MODES, ...why } });
    expect(happened).toContain(says);
    expect(happened).toContain('it still has mode 0644.');
  });
});
