import type { EpochSeconds } from '../../cookie/cookie.ts';
import type { ChosenClient } from '../../clients/registry.ts';
import type { Writer } from '../writer.ts';

/**
 * What is given up only when a person says so. `http-only`: the marks that some programs take for comments come off.
 * `lines`: lines that no fix mends and at which a program gives up the whole file are taken out.
 */
export const CONCESSIONS = ['http-only', 'lines'] as const;
export type Concession = (typeof CONCESSIONS)[number];

/** For whom a document is to be made readable. */
export interface RepairForRequest {
  readonly clients: readonly ChosenClient[];
  readonly allow: readonly Concession[];
  readonly now: EpochSeconds;
  /** Who wrote the file, where that is known: what it got wrong of what a fix goes by is repaired first. */
  readonly writer?: Writer | undefined;
}
