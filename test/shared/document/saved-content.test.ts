import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { byteString, bytesOf } from '#shared/cookie/byte-string.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import { removeLines } from '#shared/document/edits/edits.ts';
import { commitContent, planReload } from '#shared/document/reload.ts';
import { finish } from '#shared/table/progress.ts';
import { NOW, open, written } from './open-for-test.ts';
import { anyFile } from './random-file.ts';

// Many runs each: on a busy machine they take longer than one test usually may.
vi.setConfig({ testTimeout: 60_000 });

function saved(document: CookieDocument): ByteString {
  return [...document.writeSaved()].map((chunk) => byteString(chunk, 0, chunk.length)).join('');
}

function become(document: CookieDocument, content: ByteString): void {
  const plan = finish(planReload(document, { bytes: bytesOf(content), keepEdits: false, now: NOW }));
  if (plan.refused !== undefined) throw new Error(plan.code);
  finish(commitContent(document, plan, 'Restore'));
}

test('content that is restored is there byte for byte, the saved bytes are still known, and undo goes back', () => {
  fc.assert(
    fc.property(anyFile, anyFile, (before, after) => {
      const document = open(before, 'netscape');
      become(document, after);
      expect([written(document), saved(document), document.dirty]).toEqual([after, before, before !== after]);
      while (finish(document.undo()));
      expect([written(document), document.dirty]).toEqual([before, false]);
    }),
    { numRuns: 400 },
  );
});

test('the saved bytes stay known while edits, saves and restored content go over each other', () => {
  fc.assert(
    fc.property(
      anyFile,
      fc.array(fc.oneof(fc.nat(40), fc.constant('save' as const), anyFile)),
      (before, steps) => {
        const document = open(before, 'netscape');
        let disk = before;
        for (const step of steps) {
          if (step === 'save') {
            disk = written(document);
            document.markSaved(document.version);
          } else if (typeof step === 'number') {
            const ids = document.lines.ids();
            const id = ids[step % Math.max(1, ids.length)];
            if (id !== undefined) finish(removeLines(document, { ids: [id], now: NOW }));
          } else become(document, step);
          expect(saved(document)).toBe(disk);
        }
      },
    ),
    { numRuns: 400 },
  );
});
