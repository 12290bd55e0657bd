import type { ByteString } from '#shared/cookie/byte-string.ts';
import { bytesOf } from '#shared/cookie/byte-string.ts';
import { lowerCaseAscii } from '#shared/cookie/canonical-host.ts';
import type { EpochSeconds } from '#shared/cookie/cookie.ts';
import { fixLine } from '#shared/rules/fix-line.ts';
import type { EntryPatch, GroupMember, GroupRule, HostRule, Rule, RowRule } from '#shared/rules/rule.ts';
import { Flag, Kind, KIND_MASK } from '#shared/table/columns.ts';
import { scanBase } from '#shared/table/scan.ts';
import { shownField } from '#shared/table/shown-entry.ts';
import { Table } from '#shared/table/table.ts';
import { byteStrings } from '../../main/files/byte-strings.ts';

/** The lines of a file as a table, however its bytes are. */
export function tableOf(file: ByteString): Table {
  const bytes = bytesOf(file);
  const room = byteStrings.allocate(bytes.length + 64);
  room.set(bytes);
  const table = new Table(byteStrings, { bytes: room, size: bytes.length });
  for (const progress of scanBase(table)) if (progress.done > progress.total) throw new Error('past the end');
  return table;
}

/** What a fix makes of a row: a line instead of it, or nothing when it is removed. */
export interface Mended {
  readonly line?: ByteString;
}

/**
 * Judges a table in the plainest way that the words of `rule.ts` allow: every rule on every row, one after another.
 * The judge of the app is fast instead, and is compared with this one.
 */
export class PlainJudge {
  readonly table: Table;
  readonly #rules: readonly Rule[];
  readonly #now: EpochSeconds;
  readonly #found = new Map<string, Set<number>>();

  constructor(table: Table, rules: readonly Rule[], now: EpochSeconds) {
    this.table = table;
    this.#rules = rules;
    this.#now = now;
    for (const rule of rules) this.#found.set(rule.id, new Set(this.#rowsOf(rule)));
  }

  /** The rows that a rule reports on; document rules report on none. */
  rows(ruleId: string): ReadonlySet<number> {
    return this.#found.get(ruleId) ?? new Set();
  }

  /** The rules that report on a row, by id. */
  rulesOf(row: number): readonly string[] {
    return this.#rules.filter((rule) => this.rows(rule.id).has(row)).map((rule) => rule.id);
  }

  /** How many findings of warnings and errors there are, by rule. */
  serious(): ReadonlyMap<string, number> {
    const serious = this.#rules.filter(({ severity }) => severity === 'error' || severity === 'warning');
    return new Map(
      serious
        .map((rule): [string, number] => [rule.id, this.rows(rule.id).size])
        .filter(([, count]) => count > 0),
    );
  }

  kind(row: number): number {
    return (this.table.columns.flags[row] ?? 0) & KIND_MASK;
  }

  /** The entries that share a row's canonical host and name in any case. */
  group(row: number): readonly GroupMember[] {
    return this.groups().find((members) => members.some((member) => member.row === row)) ?? [];
  }

  groups(): readonly (readonly GroupMember[])[] {
    const groups = new Map<string, GroupMember[]>();
    for (const row of this.#rowsOfKind(Kind.entry)) {
      const name = this.table.field(row, 'name');
      const canonicalHost = this.table.hosts.canonical(this.table.columns.host[row] ?? 0);
      const key = `${canonicalHost} ${lowerCaseAscii(name)}`;
      const member = {
        row,
        at: groups.get(key)?.length ?? 0,
        position: row,
        hostOnly: ((this.table.columns.flags[row] ?? 0) & Flag.subdomains) === 0,
        canonicalHost,
        name,
        shownName: shownField(this.table, row, 'name'),
        path: this.table.field(row, 'path'),
      };
      groups.set(key, [...(groups.get(key) ?? []), member]);
    }
    return [...groups.values()].filter((members) => members.length > 1);
  }

  #rowsOfKind(kind: Kind): readonly number[] {
    return Array.from({ length: this.table.count }, (_, row) => row).filter((row) => this.kind(row) === kind);
  }

  #rowsOf(rule: Rule): readonly number[] {
    const { table } = this;
    switch (rule.scope) {
      case 'host':
        return this.#rowsOfKind(Kind.entry).filter(
          (row) => this.#hasFlags(rule, row) && this.#hostFails(rule, row),
        );
      case 'row':
        return this.#rowsOfKind(Kind.entry).filter(
          (row) =>
            ((table.columns.traits[row] ?? 0) & rule.traits) !== 0 &&
            this.#hasFlags(rule, row) &&
            rule.check?.(table, row) !== false,
        );
      case 'time':
        return this.#rowsOfKind(Kind.entry).filter((row) =>
          rule.check(table.columns.expiry[row] ?? NaN, this.#now),
        );
      case 'unparsed':
        return this.#rowsOfKind(Kind.unparsed).filter((row) => rule.check(table.reason(row), table, row));
      case 'comment':
        return this.#rowsOfKind(Kind.comment).filter((row) => rule.check(table, row));
      case 'group':
        return this.#markedBy(rule);
      case 'site':
        return this.#sites().flatMap(({ rows, bytes }) => (rule.check(rows.length, bytes) ? rows : []));
      case 'document':
        return [];
    }
  }

  #hasFlags(rule: HostRule | RowRule, row: number): boolean {
    const flags = this.table.columns.flags[row] ?? 0;
    return (
      (rule.flags === undefined || (flags & rule.flags) !== 0) && (flags & (rule.withoutFlags ?? 0)) === 0
    );
  }

  #hostFails(rule: HostRule, row: number): boolean {
    const host = this.table.columns.host[row] ?? 0;
    const traits = this.table.hosts.traits(host);
    return (traits & rule.traits) !== 0 && rule.check?.(this.table.hosts.text(host), traits) !== false;
  }

  #markedBy(rule: GroupRule): readonly number[] {
    const rows: number[] = [];
    for (const members of this.groups()) rule.check(members, (member) => rows.push(member.row));
    return rows;
  }

  #sites(): readonly { readonly rows: readonly number[]; readonly bytes: number }[] {
    const sites = new Map<number, { rows: number[]; bytes: number }>();
    for (const row of this.#rowsOfKind(Kind.entry)) {
      const site = this.table.hosts.site(this.table.columns.host[row] ?? 0);
      const entry = sites.get(site) ?? { rows: [], bytes: 0 };
      entry.rows.push(row);
      entry.bytes += this.table.fieldLength(row, 'name') + this.table.fieldLength(row, 'value') + 3;
      sites.set(site, entry);
    }
    return [...sites.values()];
  }

  /** What one rule's fixes make of each row it reports on; nothing where it has none for that row. */
  fixes(rule: Rule): ReadonlyMap<number, Mended | undefined> {
    const made = new Map<number, Mended | undefined>();
    for (const row of this.rows(rule.id)) made.set(row, this.#fixOf(rule, row));
    return made;
  }

  #fixOf(rule: Rule, row: number): Mended | undefined {
    const { table } = this;
    if (rule.scope === 'unparsed' || rule.scope === 'comment')
      return asMended(rule.fixLine?.(table.line(row)));
    if (rule.scope === 'document' || rule.scope === 'site') return undefined;
    let patch: EntryPatch | undefined;
    if (rule.scope === 'group') patch = rule.fix?.(this.group(row)).find((fix) => fix.row === row)?.patch;
    else if (rule.scope === 'time') patch = rule.fix?.(table.rawEntry(row), this.#now);
    else patch = rule.fix?.(table.rawEntry(row));
    if (patch === 'remove') return {};
    return patch && asMended(fixLine(table.rawEntry(row), patch));
  }

  /** The whole file with one rule's fixes made. */
  fixed(rule: Rule): ByteString {
    const fixes = this.fixes(rule);
    let file = '';
    for (let row = 0; row < this.table.count; row++) {
      const { start } = this.table.columns;
      const whole = byteStrings.decode(this.table.bytes, start[row] ?? 0, start[row + 1] ?? 0);
      const fix = fixes.get(row);
      if (fix === undefined) file += whole;
      else if (fix.line !== undefined) file += fix.line + whole.slice(this.table.line(row).length);
    }
    return file;
  }
}

function asMended(line: ByteString | undefined): Mended | undefined {
  if (line === undefined) return undefined;
  return line === '' ? {} : { line };
}
