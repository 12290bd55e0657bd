import { REASONS } from './reasons.ts';

export type ReasonCode = keyof typeof REASONS;

/** The data of a reason: never a cookie value. Lines count from 0 here and from 1 in the text. */
export type ReasonData = Readonly<Record<string, string | number | boolean>>;

/** Why a client does something with a line, a file or a cookie. */
export interface Reason {
  readonly code: ReasonCode;
  readonly data: ReasonData;
  /** The id of the rule whose fix mends it, where one of ours does. */
  readonly rule?: string;
}

/** What the catalogue says of one code. */
export interface ReasonText {
  /** A clause in lower case that can stand behind a colon, without its full stop. */
  clause(data: ReasonData): string;
  /** The rule whose fix mends it. */
  readonly rule?: string;
}

const NONE: ReasonData = {};

/** A reason of the catalogue. `rule` where this case is mended by another rule than the code's own. */
export function reason(code: ReasonCode, data: ReasonData = NONE, rule = ruleOf(code)): Reason {
  return { code, data, ...(rule !== undefined && { rule }) };
}

/** The reason as a clause: `the expiry is empty`. */
export function reasonText({ code, data }: Reason): string {
  return textOf(code).clause(data);
}

function ruleOf(code: ReasonCode): string | undefined {
  return textOf(code).rule;
}

function textOf(code: ReasonCode): ReasonText {
  return REASONS[code];
}
