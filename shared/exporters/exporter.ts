import type { ByteString } from '../cookie/byte-string.ts';
import type { EpochSeconds } from '../cookie/cookie.ts';
import type { DocumentFacts, DocumentPatch } from '../rules/rule.ts';
import type { RawEntry } from '../table/entry-reader.ts';

/** `certain`: the file names the program. `likely`: only this program writes so. `possible`: others might. */
export const CONFIDENCES = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Why a file is taken for the work of a program: whole sentences, never a cookie value. */
export interface Recognition {
  readonly confidence: Confidence;
  readonly evidence: readonly [string, ...string[]];
}

/** What recognition and damage look at: the top of the file, its first entries, and what was counted over all lines. */
export interface ExporterFacts {
  readonly document: DocumentFacts;
  /** The lines before the first entry, comments and blanks, without their ends; at most `OPENING_LINES`. */
  readonly opening: readonly ByteString[];
  /** The first entries, at most `SAMPLE_ENTRIES`, in the order of the file. */
  readonly sample: readonly RawEntry[];
  readonly tally: Tally;
  /** How many lines a rule reports on. */
  count(rule: string): number;
  /** When the file was written last, where the host knows; else the clock. */
  readonly written: EpochSeconds;
  /** Whether `written` comes from the file itself. */
  readonly writtenKnown: boolean;
  /** The expiry from `from` to `to` that most entries share, and how many do. */
  mostCommonExpiry(from: EpochSeconds, to: EpochSeconds): SharedExpiry | undefined;
}

/** Counted over all entries. */
export interface Tally {
  readonly entries: number;
  readonly httpOnly: number;
  /** The domain begins with a full stop. */
  readonly dotted: number;
  /** The flag is TRUE, in any case. */
  readonly subdomains: number;
  /** The flag is TRUE or FALSE, in any case, and contradicts the leading full stop. */
  readonly contradicting: number;
  /** The expiry is 0 or empty. */
  readonly session: number;
}

export interface SharedExpiry {
  readonly expiry: EpochSeconds;
  readonly entries: number;
}

export const OPENING_LINES = 12;
export const SAMPLE_ENTRIES = 256;

/** `repair`: mended without asking. `choice`: mended when a person says so. `none`: cannot be brought back, only told. */
export type Cure = 'repair' | 'choice' | 'none';

interface DamageText {
  /** The same damage has the same id in every exporter. */
  readonly id: string;
  /** A few words, for a list. */
  readonly title: string;
  /** One plain sentence: what the program does, and what follows. */
  readonly explanation: string;
  /** How certain it is that an entry it is counted on is hit. */
  readonly certainty: Confidence;
  readonly cure: Cure;
}

/** Damage to the fields of entries. */
export interface EntryDamage extends DamageText {
  readonly scope: 'entry';
  /** Any of these traits must be there; without it every entry is looked at. */
  readonly traits?: number;
  /** Made once for all entries: a look at their expiry (0 for session, NaN for none) before fields are decoded. */
  expiries?(facts: ExporterFacts): (expiry: EpochSeconds) => boolean;
  /** Rules whose fix takes the flag for right, which it is not here: while the damage is there they must not be fixed. */
  readonly overrules?: readonly string[];
  /** The fields as they should be; nothing when the entry is not hit. */
  patch(entry: RawEntry, facts: ExporterFacts): Partial<RawEntry> | undefined;
}

/** Damage to lines that no longer read as entries. */
export interface LineDamage extends DamageText {
  readonly scope: 'line';
  /** The line mended, without its end; nothing when it is not hit. */
  mend(line: ByteString): ByteString | undefined;
}

/** Damage to the file as a whole. */
export interface FileDamage extends DamageText {
  readonly scope: 'file';
  /** What mends it; nothing when the file is not hit. */
  patch(facts: ExporterFacts): DocumentPatch | undefined;
}

/** What is lost before the file is written. */
export interface Loss extends DamageText {
  readonly scope: 'lost';
  readonly cure: 'none';
  /** How many entries may have lost it, 0 when those are not in the file at all; nothing when the file is not hit. */
  entries(facts: ExporterFacts): number | undefined;
}

export type Damage = EntryDamage | LineDamage | FileDamage | Loss;

/** A program that writes Netscape cookie files: how its files are told, and what it is known to get wrong. */
export interface Exporter {
  /** Equal to the file's name. */
  readonly id: string;
  readonly title: string;
  /** Versions, source files or measurements that this was learnt from. */
  readonly source: string;
  /** Nothing when the file is not by this program. */
  recognise(facts: ExporterFacts): Recognition | undefined;
  readonly damage: readonly Damage[];
}
