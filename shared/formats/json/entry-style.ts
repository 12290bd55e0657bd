import type { ByteString } from '../../cookie/byte-string.ts';
import type { Gaps, JsonLayout } from './json-shape.ts';
import type { JsonText } from './json-text.ts';
import { parseValue, type JsonMember } from './parse-json.ts';
import type { OldList } from './splice-list.ts';

/** How the entries of a source look, so that new ones look alike. */
export interface EntryStyle {
  readonly list: Gaps;
  readonly object: Gaps;
  readonly colon: JsonText;
}

/** Nothing between things but commas. */
export const COMPACT: Gaps = { first: '', between: ',', last: '' };

/** How many entries are looked at for an object to learn from. */
const SAMPLES = 16;

/** Learnt from the source's first object; without one from its indentation; without that the dialect's own. */
export function styleOf(text: ByteString, list: OldList, layout: JsonLayout): EntryStyle {
  const firstStart = list.starts[0];
  if (firstStart === undefined) return emptyStyle(text, list, layout);
  const first = text.slice(list.open, firstStart);
  const last = text.slice(list.ends[list.ends.length - 1] ?? list.close, list.close);
  const gaps: Gaps = { first, between: `,${first || ' '}`, last };
  for (let at = 0; at < Math.min(list.starts.length, SAMPLES); at++) {
    const entry = parseValue(text, list.starts[at] ?? 0);
    const [one, two] = entry.members ?? [];
    if (one === undefined) continue;
    const final = entry.members?.at(-1)?.value.end ?? entry.end;
    const lead = text.slice(entry.start + 1, one.start);
    return {
      list: gaps,
      object: {
        first: lead,
        between: two === undefined ? `,${lead || ' '}` : text.slice(one.value.end, two.start),
        last: text.slice(final, entry.end - 1),
      },
      colon: colonOf(text, one),
    };
  }
  return { list: gaps, object: layout.object, colon: ': ' };
}

/** The colon of a member with the blanks around it. */
export function colonOf(text: ByteString, { start, value }: JsonMember): JsonText {
  return /\s*:\s*$/.exec(text.slice(start, value.start))?.[0] ?? ': ';
}

function emptyStyle(text: ByteString, list: OldList, layout: JsonLayout): EntryStyle {
  const around = text.slice(0, list.open) + text.slice(list.close);
  const unit = /\n([ \t]+)\S/.exec(around)?.[1];
  if (unit === undefined) {
    const own = !/"/.test(around) || around.includes('\n');
    if (own) return { list: layout.list, object: layout.object, colon: ': ' };
    return { list: COMPACT, object: COMPACT, colon: around.includes('": ') ? ': ' : ':' };
  }
  const base = /(?:^|\n)([ \t]*)[^\n]*$/.exec(text.slice(0, list.open))?.[1] ?? '';
  const end = around.includes('\r\n') ? '\r\n' : '\n';
  const entry = `${end}${base}${unit}`;
  const member = `${entry}${unit}`;
  return {
    list: { first: entry, between: `,${entry}`, last: `${end}${base}` },
    object: { first: member, between: `,${member}`, last: entry },
    colon: ': ',
  };
}
