import type { ByteString } from '../cookie/byte-string.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';
import type { UnparsedReason } from '../table/columns.ts';
import type { EntryReader, RawEntry } from '../table/entry-reader.ts';

/** `error`: some client drops it. `warning`: one changes or misreads it. `info` and `hint`: kept, worth knowing. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The part of an entry or a document that a finding is about. */
export type FindingField =
  | 'domain'
  | 'flag'
  | 'path'
  | 'secure'
  | 'expiry'
  | 'name'
  | 'value'
  | 'httpOnly'
  | 'sameSite'
  | 'line'
  | 'document';

/** The data of one finding: never a cookie value. */
export type FindingData = Readonly<Record<string, string | number | boolean>>;

/** Who else gets to see a file because of where it lies. The host finds out. */
export interface FilePlace {
  /** It lies in a git work tree: it is `tracked` there, or nothing keeps it from being added. */
  readonly git?: 'tracked' | 'open';
  /** The service that copies its folder elsewhere, in words. */
  readonly sync?: string;
}

/** What a document rule looks at, beside the rows. */
export interface DocumentFacts extends FilePlace {
  readonly formatId: string;
  /** The whole file is one JSON text. */
  readonly isJson?: true;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly byteOrderMark: boolean;
  /** Rows that end in LF, in CR LF, and in nothing though they are not the last. */
  readonly lineEnds: { readonly lf: number; readonly crLf: number; readonly cr: number };
  readonly finalNewline: boolean;
  /** The first line without its end; absent in an empty document. */
  readonly firstLine?: ByteString;
  /** The place of the first line that is a magic header (`isMagicHeader`), from 1; absent when there is none. */
  readonly headerLine?: number;
  readonly entries: number;
  readonly unparsed: number;
  /** The place of the first line, from 1, that is a cookie only together with the next one. */
  readonly wrappedLine?: number;
  /** The place of the first cookie, from 1, whose value seems to go on in the next line. */
  readonly wrappedValueLine?: number;
  /** What the file's name ends in, in lower case and without the full stop; absent without a file. */
  readonly extension?: string;
  /** Permission bits where the file system has them, for example 0o644. */
  readonly mode?: number;
}

/** What a document fix changes. `mode` and `ignoreInGit` are carried out by the host, the rest is a document change. */
export interface DocumentPatch {
  readonly byteOrderMark?: false;
  readonly encoding?: 'utf-8';
  readonly lineEnd?: 'lf';
  readonly finalNewline?: true;
  /** The magic first line is put in front (`insert`) or takes the place of line 1 (`replace`). */
  readonly header?: 'insert' | 'replace';
  /** Lines that belong together are put together: those that are no cookies alone, or those whose value was cut. */
  readonly joinLines?: 'columns' | 'values';
  readonly mode?: 0o600;
  /** Git passes over the file, in this copy of the repository. */
  readonly ignoreInGit?: true;
}

/**
 * New bytes for some fields of an entry, or the whole entry gone. Any patch, an empty one too, has the line written
 * again from its seven fields, which mends an odd layout (see `fixLine`).
 */
export type EntryPatch = Partial<RawEntry> | 'remove';

/** The clock by which the examples are judged: 2027-01-15T08:00:00Z. */
export const EXAMPLE_NOW: EpochSeconds = 1_800_000_000;

/**
 * Lines that follow the magic header, or for a document rule a whole file. `→` stands for TAB and `‹0D›` for the
 * byte 0D, so that examples can be read in help pages; several lines are joined by LF. `exampleFile` decodes them.
 */
export type Example =
  | string
  | (FilePlace & { readonly file: string; readonly mode?: number; readonly name?: string });

interface RuleText {
  /** Equal to the file's name. */
  readonly id: string;
  readonly severity: Severity;
  readonly field: FindingField;
  readonly title: string;
  /** One sentence: why it matters. */
  readonly rationale: string;
  /** Founding items (`F45`), sections of RFC 6265bis, or clients with versions. */
  readonly source: string;
  /** Too common to be reported unasked: found by the query `rule:ID`, not counted among the problems. */
  readonly offByDefault?: true;
  /** It is about how a Netscape line is spelt: entries of structured text cannot have it. */
  readonly linesOnly?: true;
  /** The finding in one plain sentence, made from its data; never a value. */
  message(data: FindingData): string;
  /** The fix guesses what was meant, or changes where or how long the cookie is sent: only a person may choose it. */
  readonly fixNeedsChoice?: true;
  /** The fix is made after those of other rules, which may bring what it looks for: a header line, say. */
  readonly fixLast?: true;
  /** Where the rule must not, and must, report. */
  readonly examples: { readonly pass: readonly Example[]; readonly fail: readonly Example[] };
}

/** Judged once per distinct host; reported on the rows of that host that have any of `flags` (all rows without it). */
export interface HostRule extends RuleText {
  readonly scope: 'host';
  /** Any of these host traits must be there. */
  readonly traits: number;
  readonly flags?: number;
  /** Reported on rows that lack all of these flags. */
  readonly withoutFlags?: number;
  /** A closer look at a host that has one of the traits; without it the trait is the finding. */
  check?(host: ByteString, traits: number): boolean;
  explain?(entry: EntryReader, row: number): FindingData;
  fix?(entry: RawEntry): EntryPatch | undefined;
}

/** Judged on rows that have any of `traits`, entries only. */
export interface RowRule extends RuleText {
  readonly scope: 'row';
  readonly traits: number;
  readonly flags?: number;
  readonly withoutFlags?: number;
  /** A closer look at a row that has one of the traits; without it the trait is the finding. */
  check?(entry: EntryReader, row: number): boolean;
  explain?(entry: EntryReader, row: number): FindingData;
  fix?(entry: RawEntry): EntryPatch | undefined;
}

/** Judged on entries by expiry and clock alone, again whenever the clock moves. `expiry` is 0 for session, NaN for none. */
export interface TimeRule extends RuleText {
  readonly scope: 'time';
  check(expiry: EpochSeconds, now: EpochSeconds): boolean;
  explain?(entry: EntryReader, row: number, now: EpochSeconds): FindingData;
  fix?(entry: RawEntry, now: EpochSeconds): EntryPatch | undefined;
}

/** Judged on rows kept verbatim. */
export interface UnparsedRule extends RuleText {
  readonly scope: 'unparsed';
  check(reason: UnparsedReason, entry: EntryReader, row: number): boolean;
  explain?(entry: EntryReader, row: number): FindingData;
  /** The line mended, without its end; an empty text takes the whole line away. */
  fixLine?(line: ByteString): ByteString | undefined;
}

/** Judged on comment lines (a misspelt HttpOnly mark, for example); `check` is called for every comment row. */
export interface CommentRule extends RuleText {
  readonly scope: 'comment';
  check(entry: EntryReader, row: number): boolean;
  explain?(entry: EntryReader, row: number): FindingData;
  fixLine?(line: ByteString): ByteString | undefined;
}

/** One entry of a group, with what group rules compare. Reading `name` or `path` decodes it. */
export interface GroupMember {
  readonly row: number;
  /** Its place among the members of its group. */
  readonly at: number;
  /** Place in the document, so that "the last wins" can be told. */
  readonly position: number;
  readonly hostOnly: boolean;
  readonly canonicalHost: number;
  readonly name: ByteString;
  /** The name as people may see it. */
  readonly shownName: string;
  readonly path: ByteString;
}

/**
 * Judged on entries that belong together: they share the canonical host and the name in any case;
 * only groups of two and more are looked at.
 */
export interface GroupRule extends RuleText {
  readonly scope: 'group';
  /**
   * Calls `mark` for each member that the rule reports on. Must not be quadratic: groups have thousands of members. Only members
   * of the same name, scope and path are sure to come in the order of the document.
   */
  check(members: readonly GroupMember[], mark: (member: GroupMember) => void): void;
  /** Looks at the group once and answers for any member that it reported on. */
  explain?(members: readonly GroupMember[]): (member: GroupMember) => FindingData;
  /** `remove` for a member that another one overrules. */
  fix?(members: readonly GroupMember[]): readonly { readonly row: number; readonly patch: EntryPatch }[];
}

/**
 * Judged on the entries of a registrable domain; reported on all of them. `bytes` is their part of one `Cookie`
 * header: names, values and three more bytes (`=`, `;` and a blank) each.
 */
export interface SiteRule extends RuleText {
  readonly scope: 'site';
  check(entries: number, bytes: number): boolean;
  explain?(entries: number, bytes: number): FindingData;
}

export interface DocumentRule extends RuleText {
  readonly scope: 'document';
  /** The data of the finding, or nothing when all is well. */
  check(facts: DocumentFacts): FindingData | undefined;
  fix?(facts: DocumentFacts): DocumentPatch | undefined;
}

export type Rule =
  | HostRule
  | RowRule
  | TimeRule
  | UnparsedRule
  | CommentRule
  | GroupRule
  | SiteRule
  | DocumentRule;
