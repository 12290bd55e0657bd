import type { ByteString } from '../cookie/byte-string.ts';
import type { Cookie, EpochSeconds } from '../cookie/cookie.ts';
import type { IgnoredAttribute } from '../cookie/parse-set-cookie.ts';
import type { RequestTarget } from '../cookie/request-target.ts';
import type { CookieJar } from '../cookie/store-cookie.ts';
import type { UserAgentRules } from '../cookie/user-agent-rules.ts';
import type { ClientVersion, SentHeader } from './client.ts';
import type { Reason } from './reason.ts';
import type { VersionRange } from './version.ts';

/** One thing that a browser does otherwise than RFC 6265bis, or that the standard leaves to it. */
export interface Difference extends VersionRange {
  readonly id: string;
  /** What the standard says, with its section, one sentence. */
  readonly standard: string;
  /** What the browser does instead, one sentence. */
  readonly instead: string;
  readonly rules: Partial<UserAgentRules>;
}

/** What made a browser ask for an address. Without an initiator it was the user. */
export interface Initiator {
  readonly target: RequestTarget;
  /** The user asked for that address, which redirected to this one. Default false. */
  readonly redirected?: boolean;
  /** The whole window goes there, not an image or a frame in it. Default true. */
  readonly topLevel?: boolean;
}

/** What one header did. */
export type HeaderEffect =
  | {
      readonly outcome: 'rejected';
      readonly reason: Reason;
      /** Where the standard says so, as it is cited. */
      readonly step: string;
    }
  | {
      /** `nothing`: it deletes what is not there. */
      readonly outcome: 'added' | 'replaced' | 'removed' | 'nothing';
      readonly cookie: Cookie;
      /** Attributes that changed nothing. */
      readonly ignored: readonly IgnoredAttribute[];
    };

/** What headers did to a jar, one effect for each. */
export interface Receipt {
  readonly jar: CookieJar;
  readonly effects: readonly HeaderEffect[];
}

/** A request that leaves, or whose response has come. */
export interface BrowserRequest {
  readonly target: RequestTarget;
  /** `GET` where it is not said. */
  readonly method?: string;
  /** A `ClientVersion.id`, or any version between those. */
  readonly version: string;
  readonly now: EpochSeconds;
  /** Absent where the user asked. */
  readonly initiator?: Initiator;
}

/** What receives `Set-Cookie` headers and sends requests. A client that loads files may have this capability too. */
export interface Receiver {
  receive(jar: CookieJar, headers: readonly ByteString[], to: BrowserRequest): Receipt;
  send(jar: CookieJar, request: BrowserRequest): SentHeader;
}

/** What is written down of a browser: what it does otherwise than RFC 6265bis. */
export interface BrowserDefinition {
  /** Equal to the file's name, and what people type. */
  readonly id: string;
  readonly title: string;
  /** Oldest first; the last one is what is meant where no version is said. */
  readonly versions: readonly ClientVersion[];
  readonly differences: readonly Difference[];
  /** What is not modelled, one sentence each. */
  readonly limits: readonly string[];
}

/** A browser. It loads no cookie file. */
export interface Browser extends BrowserDefinition, Receiver {
  /**
   * A cookie of a file as its store holds it after an import, or why it would not be taken. When it was created is not
   * known any more, and whether it has expired is not asked.
   */
  hold(cookie: Cookie, version: string): Cookie | { readonly refused: Reason };
}
