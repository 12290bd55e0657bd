import type { ByteString } from '../cookie/byte-string.ts';
import type { Damage, EntryDamage, ExporterFacts, LineDamage } from '../exporters/exporter.ts';
import type { DocumentPatch } from '../rules/rule.ts';
import { Kind, KIND_MASK } from '../table/columns.ts';
import type { RawEntry } from '../table/entry-reader.ts';
import type { Progress } from '../table/progress.ts';
import type { CookieDocument } from './cookie-document.ts';
import { exporterFacts } from './exporter-facts.ts';
import type { Writer } from './writer.ts';

/** A damage that a document has. */
export interface FoundDamage {
  readonly damage: Damage;
  /** How many lines are hit; 0 for damage to the file as a whole, or to what is not in it. */
  readonly lines: number;
}

/** All damage that a document has of what its writer is known to get wrong. */
export interface DamageReport {
  readonly found: readonly FoundDamage[];
  /** How many lines a repair without choices changes; each counts once. */
  readonly mended: number;
}

/** What a repair does to one line: new fields of an entry, or another line. */
export type LineRepair = { readonly patch: Partial<RawEntry> } | { readonly line: ByteString };

type LineTest = (row: number) => LineRepair | undefined;

const LINES_A_SLICE = 4096;

/** Finds what is wrong with a document of what its writer is known to get wrong. */
export function* reportDamage(document: CookieDocument, writer: Writer): Generator<Progress, DamageReport> {
  const facts = exporterFacts(document, writer.written);
  const tests = writer.exporter.damage.flatMap((damage) =>
    damage.scope === 'entry' || damage.scope === 'line'
      ? [{ damage, test: lineTest(document, facts, damage), lines: 0 }]
      : [],
  );
  const rows = tests.length === 0 ? new Uint32Array(0) : document.lines.rows();
  let mended = 0;
  for (let at = 0; at < rows.length; at++) {
    let hit = false;
    for (const one of tests) {
      if (one.test(rows[at] ?? 0) === undefined) continue;
      one.lines++;
      hit ||= one.damage.cure === 'repair';
    }
    if (hit) mended++;
    if ((at + 1) % LINES_A_SLICE === 0) yield { done: at + 1, total: rows.length };
  }
  const found = writer.exporter.damage.flatMap((damage): FoundDamage[] => {
    switch (damage.scope) {
      case 'entry':
      case 'line': {
        const lines = tests.find((one) => one.damage === damage)?.lines ?? 0;
        return lines === 0 ? [] : [{ damage, lines }];
      }
      case 'file':
        return damage.patch(facts) === undefined ? [] : [{ damage, lines: 0 }];
      case 'lost': {
        const lines = damage.entries(facts);
        return lines === undefined ? [] : [{ damage, lines }];
      }
    }
  });
  return { found, mended };
}

/** Is the damage mended by a repair with these choices? */
export function isMended({ cure, id }: Damage, choices: readonly string[]): boolean {
  return cure === 'repair' || (cure === 'choice' && choices.includes(id));
}

/** What a repair with these choices does to a line; nothing for a line that stays. */
export function lineRepairs(document: CookieDocument, writer: Writer, choices: readonly string[]): LineTest {
  const facts = exporterFacts(document, writer.written);
  const { flags } = document.table.columns;
  const mended = writer.exporter.damage.filter((damage) => isMended(damage, choices));
  const entries = mended.flatMap((damage) =>
    damage.scope === 'entry' ? [entryTest(document, facts, damage)] : [],
  );
  const lines = mended.flatMap((damage) =>
    damage.scope === 'line' ? [lineTest(document, facts, damage)] : [],
  );
  return (row) => {
    if (((flags[row] ?? 0) & KIND_MASK) !== Kind.entry) {
      for (const test of lines) {
        const repair = test(row);
        if (repair !== undefined) return repair;
      }
      return undefined;
    }
    let entry: RawEntry | undefined;
    let patch: Partial<RawEntry> | undefined;
    for (const test of entries) {
      const more = test(row, entry);
      if (more === undefined) continue;
      entry = { ...(entry ?? document.table.rawEntry(row)), ...more };
      patch = { ...patch, ...more };
    }
    return patch && { patch };
  };
}

/** What a repair with these choices does to the file as a whole. */
export function fileRepair(
  document: CookieDocument,
  writer: Writer,
  choices: readonly string[],
): DocumentPatch | undefined {
  const facts = exporterFacts(document, writer.written);
  let whole: DocumentPatch | undefined;
  for (const damage of writer.exporter.damage) {
    if (damage.scope !== 'file' || !isMended(damage, choices)) continue;
    const patch = damage.patch(facts);
    if (patch !== undefined) whole = { ...whole, ...patch };
  }
  return whole;
}

function lineTest(
  document: CookieDocument,
  facts: ExporterFacts,
  damage: EntryDamage | LineDamage,
): LineTest {
  const { table } = document;
  const { flags } = table.columns;
  if (damage.scope === 'line') {
    return (row) => {
      if (((flags[row] ?? 0) & KIND_MASK) !== Kind.unparsed) return undefined;
      const line = damage.mend(table.line(row));
      return line === undefined ? undefined : { line };
    };
  }
  const test = entryTest(document, facts, damage);
  return (row) => {
    const patch = test(row);
    return patch && { patch };
  };
}

/** The patch of an entry, which may be given as it is with other patches applied. */
function entryTest(
  { table }: CookieDocument,
  facts: ExporterFacts,
  damage: EntryDamage,
): (row: number, entry?: RawEntry) => Partial<RawEntry> | undefined {
  const { flags, traits, expiry } = table.columns;
  const hitByExpiry = damage.expiries?.(facts);
  return (row, entry) => {
    if (((flags[row] ?? 0) & KIND_MASK) !== Kind.entry) return undefined;
    if (damage.traits !== undefined && ((traits[row] ?? 0) & damage.traits) === 0) return undefined;
    if (hitByExpiry !== undefined && !hitByExpiry(expiry[row] ?? NaN)) return undefined;
    return damage.patch(entry ?? table.rawEntry(row), facts);
  };
}
