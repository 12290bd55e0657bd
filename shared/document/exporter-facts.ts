import type { EpochSeconds } from '../cookie/cookie.ts';
import { OPENING_LINES, SAMPLE_ENTRIES } from '../exporters/exporter.ts';
import type { ExporterFacts, SharedExpiry, Tally } from '../exporters/exporter.ts';
import { Flag, Kind, KIND_MASK, Trait } from '../table/columns.ts';
import type { RawEntry } from '../table/entry-reader.ts';
import type { CookieDocument } from './cookie-document.ts';

/** What exporters are told by, of a document as it is now. `written` is when its file was written, where that is known. */
export function exporterFacts(document: CookieDocument, written?: EpochSeconds): ExporterFacts {
  const { findings } = document.judge;
  let tally: Tally | undefined;
  let sample: readonly RawEntry[] | undefined;
  return {
    document: document.facts(),
    opening: openingOf(document),
    get sample() {
      return (sample ??= sampleOf(document));
    },
    get tally() {
      return (tally ??= tallyOf(document));
    },
    count: (rule) => {
      const place = findings.indexOf(rule);
      return place < 0 ? 0 : findings.count(place);
    },
    written: written ?? document.now,
    writtenKnown: written !== undefined,
    mostCommonExpiry: (from, to) => mostCommonExpiry(document, from, to),
  };
}

/** Comments and blank lines before anything else. */
function openingOf({ table, lines }: CookieDocument): readonly string[] {
  const opening: string[] = [];
  for (const row of lines.rows().subarray(0, OPENING_LINES)) {
    const kind = (table.columns.flags[row] ?? 0) & KIND_MASK;
    if (kind !== Kind.comment && kind !== Kind.blank) break;
    opening.push(table.line(row));
  }
  return opening;
}

function sampleOf({ table, lines }: CookieDocument): readonly RawEntry[] {
  const sample: RawEntry[] = [];
  for (const row of lines.rows()) {
    if (((table.columns.flags[row] ?? 0) & KIND_MASK) !== Kind.entry) continue;
    if (sample.push(table.rawEntry(row)) === SAMPLE_ENTRIES) break;
  }
  return sample;
}

/** A pass over three columns, some 5 ms a million lines. */
function tallyOf({ table, lines }: CookieDocument): Tally {
  const { flags, traits, expiry } = table.columns;
  const rows = lines.rows();
  const tally = { entries: 0, httpOnly: 0, dotted: 0, subdomains: 0, contradicting: 0, session: 0 };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const bits = flags[row] ?? 0;
    if ((bits & KIND_MASK) !== Kind.entry) continue;
    tally.entries++;
    if ((bits & Flag.httpOnly) !== 0) tally.httpOnly++;
    if ((bits & Flag.dot) !== 0) tally.dotted++;
    if ((bits & Flag.subdomains) !== 0) tally.subdomains++;
    if (((traits[row] ?? 0) & Trait.flagContradictsDot) !== 0) tally.contradicting++;
    if (expiry[row] === 0) tally.session++;
  }
  return tally;
}

function mostCommonExpiry(
  { table, lines }: CookieDocument,
  from: EpochSeconds,
  to: EpochSeconds,
): SharedExpiry | undefined {
  const { flags, expiry } = table.columns;
  const counts = new Map<EpochSeconds, number>();
  for (const row of lines.rows()) {
    const time = expiry[row] ?? NaN;
    if (!(time >= from && time <= to) || ((flags[row] ?? 0) & KIND_MASK) !== Kind.entry) continue;
    counts.set(time, (counts.get(time) ?? 0) + 1);
  }
  let most: SharedExpiry | undefined;
  // Of several the latest: an export is written at its end.
  for (const [time, entries] of counts) {
    if (most === undefined || entries > most.entries || (entries === most.entries && time > most.expiry)) {
      most = { expiry: time, entries };
    }
  }
  return most;
}
