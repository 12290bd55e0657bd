/** `floor`: a client should allow at least this many. `cap`: it keeps at most this many. */
export type LimitKind = 'floor' | 'cap';

export interface Limit {
  readonly count: number;
  readonly kind: LimitKind;
}

/** What one client, or one standard, says of sizes and numbers. An absent limit is one that it does not have or name. */
export interface ClientLimits {
  readonly id: string;
  readonly name: string;
  /** Bytes of one cookie, counted as `sizeCounts` says. */
  readonly size?: Limit;
  readonly sizeCounts?: 'name-and-value' | 'whole-cookie' | 'header-value' | 'name-or-value';
  /** Bytes of the value of one attribute. */
  readonly attributeValue?: Limit;
  readonly perDomain?: Limit;
  /** What is left when the number for one domain is exceeded by one. */
  readonly perDomainAfterPurge?: number;
  readonly total?: Limit;
  /** Bytes of one line of a cookie file. */
  readonly line?: Limit;
  /** Cookies and bytes in one request header. */
  readonly sentCookies?: Limit;
  readonly sentBytes?: Limit;
  /** Longest lifetime in days. */
  readonly lifetimeDays?: Limit;
  /** Founding items and measurements. */
  readonly source: string;
}

const cap = (count: number): Limit => ({ count, kind: 'cap' });
const floor = (count: number): Limit => ({ count, kind: 'floor' });

/** A browser of the founding tables: the size cap was 4,096 bytes in each, with further attributes or without. */
function browserOf2023(id: string, name: string, perDomain: number): ClientLimits {
  return {
    id,
    name,
    size: cap(4096),
    sizeCounts: 'name-and-value',
    perDomain: cap(perDomain),
    source: 'F134, F135, F136',
  };
}

/** The limits of clients and standards, oldest first. */
export const CLIENT_LIMITS: readonly ClientLimits[] = [
  {
    id: 'netscape',
    name: 'Netscape',
    size: cap(4096),
    sizeCounts: 'whole-cookie',
    perDomain: cap(20),
    perDomainAfterPurge: 20,
    total: cap(300),
    source: 'F54, F55, F56, F57, F58',
  },
  {
    id: 'rfc-2109',
    name: 'RFC 2109',
    size: floor(4096),
    sizeCounts: 'whole-cookie',
    perDomain: floor(20),
    total: floor(300),
    source: 'F57; RFC 2109 §6.3',
  },
  {
    id: 'internet-explorer',
    name: 'Internet Explorer',
    source: 'F60',
  },
  browserOf2023('chrome-111', 'Chrome 111', 163),
  browserOf2023('safari-16', 'Safari 16.3', 1000),
  browserOf2023('edge-111', 'Edge 111', 163),
  browserOf2023('firefox-111', 'Firefox 111', 160),
  {
    id: 'rfc-6265bis',
    name: 'RFC 6265bis',
    size: cap(4096),
    sizeCounts: 'name-and-value',
    attributeValue: cap(1024),
    perDomain: floor(50),
    total: floor(3000),
    lifetimeDays: cap(400),
    source: 'F54, F55, F56; RFC 6265bis §5.5, §5.6, §5.7, §6.1',
  },
  {
    id: 'chromium-156',
    name: 'Chromium 156',
    size: cap(4096),
    sizeCounts: 'name-and-value',
    attributeValue: cap(1024),
    perDomain: cap(180),
    perDomainAfterPurge: 150,
    lifetimeDays: cap(400),
    source: 'F54, F58, F134, F136; measured',
  },
  {
    id: 'firefox-153',
    name: 'Firefox ESR 153',
    size: cap(4096),
    sizeCounts: 'name-and-value',
    attributeValue: cap(1024),
    perDomain: cap(180),
    perDomainAfterPurge: 150,
    total: cap(3000),
    lifetimeDays: cap(400),
    source: 'F54, F56, F58, F134, F136; measured, but for the total',
  },
  {
    id: 'curl',
    name: 'curl',
    size: cap(4094),
    sizeCounts: 'name-or-value',
    line: cap(4998),
    sentCookies: cap(150),
    sentBytes: cap(8190),
    lifetimeDays: cap(400),
    source: 'F10, F31, F81; measured with 7.88.1 to 8.21.0',
  },
  { id: 'wget', name: 'wget', source: 'F129; measured with 1.21.3' },
];

/** The limits of one client. An id that is not in the table is a bug and throws. */
export function limitsOf(id: string): ClientLimits {
  const limits = CLIENT_LIMITS.find((client) => client.id === id);
  if (limits === undefined) throw new Error('no limits are known of that client');
  return limits;
}
