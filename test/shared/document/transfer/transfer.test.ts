import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { CookieDocument } from '#shared/document/cookie-document.ts';
import {
  commitTransfer,
  countTaken,
  placesHeld,
  removeMoved,
} from '#shared/document/transfer/commit-transfer.ts';
import { describeTransfer } from '#shared/document/transfer/describe-transfer.ts';
import type { Incoming } from '#shared/document/transfer/incoming.ts';
import { MASK } from '#shared/cookie/mask.ts';
import { finish } from '#shared/table/progress.ts';
import { HEADER, line, NOW, open, written } from '../open-for-test.ts';
import { anyFile } from '../random-file.ts';
import { ALL, incoming, paste, planned } from './paste.ts';

const sid = line('.example.com TRUE / TRUE 1900000000 sid one');
const lang = line('www.example.com FALSE / FALSE 0 lang en');
const rotated = line('.example.com TRUE / TRUE 1900000000 sid two');
const fresh = line('new.example FALSE / FALSE 0 a b');
const file = HEADER + sid + lang;

const json = (name: string, more = ''): ByteString =>
  `[{"domain":".a.com","hostOnly":false,"httpOnly":true,"name":"${name}","path":"/","sameSite":"lax","secure":true,"session":true,"storeId":null,"value":"v"${more}}]`;

/** All lines of a document, as they go into another one. */
function allOf({ table, lines, format }: CookieDocument): Incoming {
  return { table, rows: lines.rows(), format };
}

describe('a paste', () => {
  test('leaves headers and blank lines out and takes the line ends of the document', () => {
    const document = open(file);
    expect(paste(document, `${HEADER}\n${fresh}junk`.replaceAll('\n', '\r\n'))).toMatchObject({
      changed: 2,
      added: [3, 4],
    });
    expect(written(document)).toBe(`${file}${fresh}junk\n`);
  });

  test('puts the new value where the old one stands, and nothing where all is the same', () => {
    const document = open(file.replaceAll('\n', '\r\n'));
    const plan = planned(document, incoming(rotated + lang + fresh));
    expect(plan.counts).toMatchObject({ changed: 1, identical: 1, new: 1 });
    paste(document, rotated + lang + fresh);
    expect(written(document)).toBe((HEADER + rotated + lang + fresh).replaceAll('\n', '\r\n'));
    finish(document.undo());
    expect(written(document)).toBe(file.replaceAll('\n', '\r\n'));
  });

  test('of one cookie twice takes the last, as programs do', () => {
    const document = open(HEADER);
    const plan = planned(document, incoming(sid + rotated));
    expect(plan.counts).toMatchObject({ repeated: 1, new: 1 });
    paste(document, sid + rotated);
    expect(written(document)).toBe(HEADER + rotated);
  });

  test('of JSON among lines says what a line cannot hold', () => {
    const document = open(file);
    const plan = planned(document, incoming(json('n')));
    expect(plan.losses).toMatchObject([{ code: 'attribute-lost', attribute: 'sameSite', count: 1 }]);
    paste(document, json('n'));
    expect(written(document)).toBe(file + line('#HttpOnly_.a.com TRUE / TRUE 0 n v'));
  });

  test('of lines into JSON leaves out what is no cookie, and says so', () => {
    const document = open(json('n'));
    const plan = planned(document, incoming(`# a note\njunk\n${fresh}`));
    expect(plan.counts).toMatchObject({ unfit: 2, new: 1 });
    paste(document, `# a note\njunk\n${fresh}`);
    expect(open(written(document)).counts().entries).toBe(2);
  });

  test('of a cookie that no line can hold leaves it out, and says so', () => {
    const plan = planned(open(file), incoming(json('n').replace('"v"', '"a\\tb"')));
    expect(plan.counts).toMatchObject({ unfit: 1, new: 0 });
    expect(plan.losses).toMatchObject([{ code: 'entry-left-out', count: 1 }]);
  });

  test('keeps what one format says beyond another within that format', () => {
    const document = open(json('n'));
    paste(document, json('m'));
    expect(written(document).match(/"sameSite":\s*"lax"/g)).toHaveLength(2);
  });
});

test('rows can be left out one by one', () => {
  const document = open(file);
  const plan = planned(document, incoming(rotated + fresh));
  for (const [choices, expected] of [
    [{ changed: false, except: new Set<number>() }, file + fresh],
    [{ changed: true, except: new Set([0]) }, file + fresh],
    [{ changed: false, except: new Set([0, 1]) }, HEADER + rotated + lang],
  ] as const) {
    const step = { label: 'Import', event: 'import' } as const;
    const current = { ...plan, revision: document.revision };
    const before = document.lines.liveCount;
    const { changed } = finish(commitTransfer(document, current, choices, step));
    expect([written(document), changed]).toEqual([expected, countTaken(plan, choices)]);
    finish(document.undo());
    expect(document.lines.liveCount).toBe(before);
  }
});

test('rows are described without values, those to decide about first', () => {
  const document = open(file);
  const plan = planned(document, incoming(`${lang}# see you\n${fresh}${rotated}`));
  expect(describeTransfer(document, plan, { from: 0, to: 10 })).toEqual([
    {
      at: 3,
      standing: 'changed',
      subject: 'example.com sid',
      details: [{ field: 'value', before: MASK, after: MASK }],
    },
    { at: 2, standing: 'new', subject: 'new.example a', details: [] },
    { at: 1, standing: 'line', subject: 'Comment', text: '# see you', details: [] },
    { at: 0, standing: 'identical', subject: 'www.example.com lang', details: [] },
  ]);
  expect(describeTransfer(document, plan, { from: 1, to: 3 }).map(({ at }) => at)).toEqual([2, 1]);
});

describe('a move', () => {
  test('takes from the source what the target has by then, and nothing that was left out', () => {
    const source = open(file + fresh);
    const target = open(HEADER + lang);
    const plan = planned(target, allOf(source));
    const choices = { changed: true, except: new Set([3]) };
    finish(commitTransfer(target, plan, choices, { label: 'Move', event: 'import' }));
    const rows = new Set(placesHeld(plan, choices).map((at) => plan.incoming.rows[at] ?? 0));
    finish(removeMoved(source, rows, { label: 'Move', now: NOW }));
    expect([written(source), written(target)]).toEqual([HEADER + fresh, HEADER + lang + sid]);
    finish(source.undo());
    expect(written(source)).toBe(file + fresh);
  });
});

test('whatever comes in: undone it is the same file, and coming in again changes nothing more', () => {
  fc.assert(
    fc.property(anyFile, anyFile, (mine, theirs) => {
      const document = open(mine, 'netscape');
      const plan = planned(document, allOf(open(theirs, 'netscape')));
      const step = { label: 'Import', event: 'import' } as const;
      finish(commitTransfer(document, plan, ALL, step));
      const once = written(document);
      const again = planned(document, allOf(open(theirs, 'netscape')));
      expect([again.counts.new, again.counts.changed, again.counts.line]).toEqual([0, 0, 0]);
      expect(written(open(once, 'netscape'))).toBe(once);
      finish(document.undo());
      expect(written(document)).toBe(mine);
    }),
  );
});
