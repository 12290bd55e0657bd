import { behaviourOf, type ByVersion } from '../version.ts';

/**
 * What of wget2's cookie files changed since 1.99.1, which Debian 12 still has. 1.99.1 was measured; that its three bugs
 * are mended was read in the source of 2.x (2022 to 2024), so 2.2.0 is taken for the first release without them.
 */
const TABLE = {
  /** The CR of CRLF stays in the value. */
  keepsLineEndCr: [{ until: '2.2.0', value: true }, { value: false }],
  /** Once a domain with a leading dot was read, all behind it are written with one. */
  dotsStick: [{ until: '2.2.0', value: true }, { value: false }],
  /** A line that is dropped takes the name and the value of the one loaded before it along. */
  freesTwice: [{ until: '2.2.0', value: true }, { value: false }],
} as const satisfies Readonly<Record<string, ByVersion<boolean>>>;

export type Wget2Behaviour = ReturnType<typeof wget2Behaviour>;

/** The behaviour of a version; older ones than 1.99.1 are taken for it. */
export function wget2Behaviour(version: string) {
  return behaviourOf(TABLE, version);
}
