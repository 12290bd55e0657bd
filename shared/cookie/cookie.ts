import type { ByteString } from './byte-string.ts';

/** Seconds since 1970-01-01T00:00:00Z. Formats convert their own units at their edge. */
export type EpochSeconds = number;

/** RFC 6265bis §5.6.7; absent means the attribute was not given. */
export type SameSite = 'strict' | 'lax' | 'none';

/** The top-level site a partitioned cookie is bound to (CHIPS), as browsers export it. */
export interface PartitionKey {
  readonly topLevelSite: string;
  readonly hasCrossSiteAncestor?: boolean;
}

/**
 * A cookie as RFC 6265bis §5.7 stores it. Text is one byte a character (`ByteString`), so that any bytes survive;
 * `domain` has no leading dot (that is what `hostOnly` says); no `expiryTime` means a session cookie.
 */
export interface Cookie {
  readonly name: ByteString;
  readonly value: ByteString;
  readonly domain: ByteString;
  readonly hostOnly: boolean;
  readonly path: ByteString;
  readonly secureOnly: boolean;
  readonly httpOnly: boolean;
  readonly expiryTime?: EpochSeconds;
  readonly extras?: CookieExtras;
  /** Read from columns that do not hold what they should: any of its texts may be its value. Never written anywhere. */
  readonly doubtful?: true;
}

/** What some formats can say of a cookie and a Netscape line cannot. */
export interface CookieExtras {
  readonly sameSite?: SameSite;
  readonly partitionKey?: PartitionKey;
  readonly storeId?: string;
  readonly priority?: 'low' | 'medium' | 'high';
  readonly sourceScheme?: 'unset' | 'non-secure' | 'secure';
  readonly sourcePort?: number;
  readonly creationTime?: EpochSeconds;
  readonly lastAccessTime?: EpochSeconds;
}

/** The attributes that a cookie file has had from the beginning, in the order of most formats. */
export const USUAL_ATTRIBUTES = [
  'name',
  'value',
  'domain',
  'hostOnly',
  'path',
  'secureOnly',
  'httpOnly',
  'expiryTime',
] as const;

/** The attributes that a format, a client or an export target can or cannot carry. */
export const ATTRIBUTES = [
  ...USUAL_ATTRIBUTES,
  'sameSite',
  'partitionKey',
  'storeId',
  'priority',
  'sourceScheme',
  'sourcePort',
  'creationTime',
  'lastAccessTime',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
