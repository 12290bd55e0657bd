import type { ByteString } from '#shared/cookie/byte-string.ts';

/** One request of a browser and the headers it is answered with. */
export interface Exchange {
  readonly url: string;
  readonly setCookie?: readonly ByteString[];
  /** What makes the browser ask; absent where only the user does. */
  readonly from?: { readonly url: string; readonly by: 'redirection' | 'link' | 'post' | 'image' | 'frame' };
  /** No redirection leads here: the user goes straight to it. */
  readonly straight?: true;
}

/** Requests in their order, to hosts that no other scenario touches; every request shows what the browser kept so far. */
export interface Scenario {
  readonly name: string;
  readonly exchanges: readonly Exchange[];
}

/** What a browser sent: the value of its Cookie header, empty where it sent none, and when. */
export interface Asked {
  readonly cookie: ByteString;
  /** Seconds since 1970. */
  readonly at: number;
}

/** What a browser did with scenarios: by scenario and exchange; absent where it never made the request. */
export type Walked = ReadonlyMap<Exchange, Asked>;

/** What a browser itself says of one of its cookies. */
export interface StoredCookie {
  readonly name: string;
  readonly value: string;
  /** With a full stop in front where its subdomains have it too. */
  readonly domain: string;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** Seconds since 1970; absent for a session cookie. */
  readonly expiry?: number;
}

/** A real browser. */
export interface Browser {
  readonly version: string;
  /** The folder in which it keeps everything. */
  readonly profile: string;
  /** Goes to an address as if the user had typed it, until the page has loaded or could not. */
  go(url: string): Promise<void>;
  /** When the cookies of the page where it is end, in seconds since 1970, by name; without its session cookies. */
  ends(): Promise<ReadonlyMap<string, number>>;
  /** The cookies of the page where it is. */
  cookies(): Promise<readonly StoredCookie[]>;
  /** Ends the program and leaves its profile, until it is disposed of. */
  end(): Promise<void>;
  dispose(): Promise<void>;
}
