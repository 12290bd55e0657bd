import type { LoadedJar } from '#shared/clients/client.ts';
import type { ByteString } from '#shared/cookie/byte-string.ts';
import type { EchoProxy } from '../echo-proxy.ts';

/** One file, and the addresses that are asked for with it. */
export interface Probe {
  readonly bytes: ByteString;
  readonly urls: readonly string[];
}

/** What a real program did with a probe; what it cannot tell is absent. */
export interface Observed {
  /** The program refused the file. Nothing else counts then. */
  readonly refused: boolean;
  /** The cookie lines that it wrote, in its order, or anything else that shows its jar. */
  readonly jar?: unknown;
  /** By address the `Cookie` header in bytes; an empty text where none was sent, `undefined` where nobody asked. */
  readonly sent?: readonly (ByteString | undefined)[];
}

/** A program that stays ready for one probe after the other; interpreted ones load many files in one process. */
export interface Session {
  observe(probe: Probe): Promise<Observed>;
  close(): Promise<void>;
}

/** Where a session works. */
export interface Place {
  /** An empty folder of its own. */
  readonly folder: string;
  readonly proxy: EchoProxy;
}

/** What a model says of a probe, ready to be compared with what was observed. */
export interface Prediction {
  readonly jar: LoadedJar;
  readonly observed: Observed;
}

/** A disagreement that is known and not modelled: the probe is passed over, and the reason stands in the report. */
export interface KnownLimit {
  readonly why: string;
  applies(probe: Probe, prediction: Prediction): boolean;
}

/** A real program and the model that must say what it does. */
export interface RealProgram {
  /** The client's id. */
  readonly clientId: string;
  /** Told apart where one client is asked in two ways: `python` and `python, all`. */
  readonly name?: string;
  /** What must be on this machine; printed as not run otherwise. */
  readonly command: string;
  /** Its version here, as `ClientVersion.id` spells it; nothing where the program cannot be used. */
  version(): Promise<string | undefined>;
  /** How the model is asked; the options must fit what the session does. */
  predict(probe: Probe, version: string, now: number): Prediction;
  start(place: Place): Promise<Session>;
  readonly limits: readonly KnownLimit[];
}
