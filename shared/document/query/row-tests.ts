import { displayText, encodeUtf8 } from '../../cookie/byte-string.ts';
import type { Outcome } from '../../clients/client.ts';
import { chooseClient } from '../../clients/registry.ts';
import { PURPOSE_WORDS } from '../../purposes/purpose.ts';
import { SEVERITIES } from '../../rules/rule.ts';
import type { Severity } from '../../rules/rule.ts';
import { Flag, Kind, KIND_MASK, Trait } from '../../table/columns.ts';
import { finish } from '../../table/progress.ts';
import { SearchField } from '../../table/search.ts';
import type { Search } from '../../table/search.ts';
import type { CookieDocument } from '../cookie-document.ts';
import type { ClientWord, FlagWord, Leaf, LineWord, TextField } from './query.ts';
import { expiryTest, sizeTest } from './number-tests.ts';
import { patternTest } from './pattern-test.ts';

/** Does this row of the table fulfil a condition? Good until the next append. */
export type RowTest = (row: number) => boolean;

/** A condition as a test; tests of lower cost go first. */
export interface CostedTest {
  readonly cost: number;
  readonly test: RowTest;
}

/** The text search that a condition asks for, when its answer does not come from columns or hosts. */
export function searchOf(leaf: Leaf): Search | undefined {
  if (leaf.kind !== 'text' || leaf.whole || leaf.field === 'domain' || leaf.field === 'site')
    return undefined;
  const needle = encodeUtf8(leaf.text);
  if (leaf.field === undefined) return { needle };
  return { needle, fields: SearchField[leaf.field] };
}

/** The test of one condition. Text conditions look at one row; a scan over many replaces them by a search. */
export function leafTest(document: CookieDocument, leaf: Leaf): CostedTest {
  const { flags, expiry } = document.table.columns;
  const isEntry: RowTest = (row) => ((flags[row] ?? 0) & KIND_MASK) === Kind.entry;
  switch (leaf.kind) {
    case 'text':
      return textTest(document, leaf, isEntry);
    case 'pattern':
      return patternTest(document, leaf.pattern, leaf.field);
    case 'flag':
      return flagTest(document, leaf.word);
    case 'line':
      return lineTest(document, leaf.word);
    case 'expires':
    case 'expiresBetween': {
      const test = expiryTest(leaf, document.now);
      return { cost: 1, test: (row) => isEntry(row) && test(expiry[row] ?? NaN) };
    }
    case 'size': {
      const test = sizeTest(leaf.comparison, leaf.bytes);
      const { table } = document;
      const size: RowTest = (row) => test(table.fieldLength(row, 'name') + table.fieldLength(row, 'value'));
      return { cost: 3, test: (row) => isEntry(row) && size(row) };
    }
    case 'rule': {
      const { findings } = document.judge;
      const place = findings.indexOf(leaf.rule);
      if (place < 0) return { cost: 0, test: () => false };
      const { word, bit } = findings.place(place);
      const bits = findings.words[word] ?? new Uint32Array(0);
      return { cost: 1, test: (row) => ((bits[row] ?? 0) & bit) !== 0 };
    }
    case 'purpose': {
      const wanted = PURPOSE_WORDS.indexOf(leaf.purpose);
      const { purposes } = document;
      return { cost: 4, test: (row) => isEntry(row) && purposes.place(row) === wanted };
    }
    case 'party': {
      const { test } = siteTest(document, leaf.site, isEntry);
      const own = leaf.word === 'first-party';
      return { cost: 2, test: (row) => isEntry(row) && test(row) === own };
    }
    case 'client':
      return clientTest(document, leaf.word, leaf.client);
    case 'severity':
      return { cost: 2, test: severityTest(document, [leaf.severity]) };
  }
}

/** Has the row a finding of one of these severities, of a rule that is shown? */
export function severityTest(document: CookieDocument, severities: readonly Severity[]): RowTest {
  const { findings } = document.judge;
  const masks = findings.words.map(() => 0);
  for (const [at, rule] of findings.rules.entries()) {
    if (rule.scope === 'document' || !severities.includes(rule.severity) || !findings.shown(at)) continue;
    const { word, bit } = findings.place(at);
    masks[word] = (masks[word] ?? 0) | bit;
  }
  const words = findings.words
    .map((word, at) => ({ word, mask: masks[at] ?? 0 }))
    .filter(({ mask }) => mask !== 0);
  return (row) => words.some(({ word, mask }) => ((word[row] ?? 0) & mask) !== 0);
}

/** The severities that make a finding a problem: what some client drops, changes or misreads. */
export const PROBLEMS: readonly Severity[] = SEVERITIES.slice(0, 2);

/** Thirteen months in seconds: the longest that data protection authorities (CNIL) let measuring cookies live. */
export const LONG_LIVED = 395 * 86_400;

function flagTest(document: CookieDocument, word: FlagWord): CostedTest {
  const { flags, expiry, traits } = document.table.columns;
  const now = document.now;
  const bits = (mask: number, wanted: number): CostedTest => ({
    cost: 1,
    test: (row) => ((flags[row] ?? 0) & (mask | KIND_MASK)) === wanted,
  });
  switch (word) {
    case 'httponly':
      return bits(Flag.httpOnly, Flag.httpOnly);
    case 'secure':
      return bits(Flag.secure, Flag.secure);
    case 'hostonly':
      return bits(Flag.subdomains, 0);
    case 'session':
      return { cost: 1, test: (row) => ((flags[row] ?? 0) & KIND_MASK) === Kind.entry && expiry[row] === 0 };
    case 'expired':
      return {
        cost: 1,
        test: (row) => {
          const at = expiry[row] ?? NaN;
          return at !== 0 && at <= now && ((flags[row] ?? 0) & KIND_MASK) === Kind.entry;
        },
      };
    case 'long-lived-id':
      return {
        cost: 1,
        test: (row) =>
          (expiry[row] ?? NaN) > now + LONG_LIVED &&
          ((traits[row] ?? 0) & Trait.valueIdentifier) !== 0 &&
          ((flags[row] ?? 0) & KIND_MASK) === Kind.entry,
      };
    case 'problem':
      return { cost: 2, test: severityTest(document, PROBLEMS) };
  }
}

const ACCEPTED: Readonly<Record<ClientWord, readonly Outcome[]>> = {
  'accepted-by': ['kept', 'changed'],
  'changed-by': ['changed'],
  'dropped-by': ['dropped'],
};

function clientTest(document: CookieDocument, word: ClientWord, client: string): CostedTest {
  const chosen = chooseClient(client);
  if ('refused' in chosen) return { cost: 0, test: () => false };
  const { verdicts, lines } = document;
  const loaded = finish(verdicts.load(chosen));
  const wanted = ACCEPTED[word];
  return { cost: 4, test: (row) => wanted.includes(verdicts.verdict(loaded, lines.idOf(row)).outcome) };
}

const KIND_OF = {
  entry: Kind.entry,
  blank: Kind.blank,
  comment: Kind.comment,
  unparsed: Kind.unparsed,
} as const;

function lineTest(document: CookieDocument, word: LineWord): CostedTest {
  const { flags } = document.table.columns;
  switch (word) {
    case 'entry':
    case 'blank':
    case 'comment':
    case 'unparsed': {
      const kind = KIND_OF[word];
      return { cost: 1, test: (row) => ((flags[row] ?? 0) & KIND_MASK) === kind };
    }
    case 'edited':
    case 'added':
      return { cost: 4, test: (row) => document.state(document.lines.idOf(row)) === word };
    case 'external':
      return { cost: 4, test: (row) => document.external(document.lines.idOf(row)) };
  }
}

function textTest(
  document: CookieDocument,
  leaf: { readonly text: string; readonly field?: TextField; readonly whole: boolean },
  isEntry: RowTest,
): CostedTest {
  const { table, search } = document;
  const { field, text } = leaf;
  if (field === 'site') return siteTest(document, text.toLowerCase(), isEntry);
  if (field === 'domain') return domainTest(document, leaf, isEntry);
  const needle = encodeUtf8(text);
  if (leaf.whole && field !== undefined) {
    const same: RowTest = (row) =>
      table.fieldLength(row, field) === needle.length && table.field(row, field) === needle;
    return { cost: 5, test: (row) => isEntry(row) && same(row) };
  }
  const request = searchOf({ kind: 'text', text, whole: false, ...(field && { field }) });
  return { cost: 9, test: (row) => request !== undefined && search.matches(row, request) };
}

function siteTest(document: CookieDocument, text: string, isEntry: RowTest): CostedTest {
  const { hosts, columns } = document.table;
  const { host } = columns;
  let wanted = -1;
  for (let site = 0; site < hosts.siteCount && wanted < 0; site++) {
    if (displayText(hosts.siteText(site)).toLowerCase() === text) wanted = site;
  }
  return { cost: 2, test: (row) => wanted >= 0 && isEntry(row) && hosts.site(host[row] ?? 0) === wanted };
}

/** Each host is compared once, when a row of it is first met. */
function domainTest(
  document: CookieDocument,
  leaf: { readonly text: string; readonly whole: boolean },
  isEntry: RowTest,
): CostedTest {
  const { hosts, columns } = document.table;
  const { host } = columns;
  const known = new Uint8Array(hosts.count);
  const text = leaf.text.toLowerCase();
  const bare = text.replace(/^\./, '');
  const matches = (at: number): boolean => {
    const shown = displayText(hosts.text(at)).toLowerCase();
    return leaf.whole ? shown === bare : `.${shown}`.includes(text);
  };
  return {
    cost: 2,
    test: (row) => {
      if (!isEntry(row)) return false;
      const at = host[row] ?? 0;
      const found = known[at] ?? 0;
      if (found !== 0) return found === 2;
      const is = matches(at);
      known[at] = is ? 2 : 1;
      return is;
    },
  };
}
