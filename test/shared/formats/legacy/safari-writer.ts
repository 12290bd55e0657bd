/** What stands in a record of `Cookies.binarycookies`; times are seconds since 1970. */
export interface SafariCookie {
  readonly domain: string;
  readonly name: string;
  readonly path?: string;
  readonly value?: string;
  readonly flags?: number;
  readonly expires?: number;
  readonly created?: number;
  readonly port?: number;
  readonly comment?: string;
}

const SINCE_2001 = 978_307_200;

/** A whole file of these pages, laid out by hand: nothing here knows the reader. */
export function safariFile(pages: readonly (readonly SafariCookie[])[]): Buffer {
  const written = pages.map(page);
  const head = Buffer.alloc(8 + 4 * pages.length);
  head.write('cook', 'latin1');
  head.writeUInt32BE(pages.length, 4);
  for (const [at, { length }] of written.entries()) head.writeUInt32BE(length, 8 + 4 * at);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(written.reduce((total, bytes) => total + checksum(bytes), 0) % 2 ** 32);
  const plist = Buffer.from('bplist00\xd1\x01\x02_\x10\x18NSHTTPCookieAcceptPolicy\x10\x02', 'latin1');
  const foot = Buffer.from([0x07, 0x17, 0x20, 0x05, 0, 0, 0, plist.length]);
  return Buffer.concat([head, ...written, sum, foot, plist]);
}

function checksum(bytes: Buffer): number {
  return [...bytes].filter((_, at) => at % 4 === 0).reduce((sum, byte) => sum + byte, 0);
}

function page(cookies: readonly SafariCookie[]): Buffer {
  const records = cookies.map(record);
  const head = Buffer.alloc(12 + 4 * cookies.length);
  head.writeUInt32BE(0x0000_0100, 0);
  head.writeUInt32LE(cookies.length, 4);
  let at = head.length;
  for (const [n, { length }] of records.entries()) {
    head.writeUInt32LE(at, 8 + 4 * n);
    at += length;
  }
  return Buffer.concat([head, ...records]);
}

/** The texts stand in an order of their own: comment, domain, name, path, value. */
function record(cookie: SafariCookie): Buffer {
  const { flags = 0, port, comment, domain, name, path = '/', value = '', expires = 0, created = 0 } = cookie;
  const head = Buffer.alloc(port === undefined ? 56 : 58);
  head.writeUInt32LE(flags, 8);
  head.writeUInt32LE(port === undefined ? 0 : 1, 12);
  head.writeDoubleLE(expires - SINCE_2001, 40);
  head.writeDoubleLE(created - SINCE_2001, 48);
  if (port !== undefined) head.writeInt16LE(port, 56);
  const texts: Buffer[] = [];
  let at = head.length;
  const put = (field: number, text: string | undefined): void => {
    if (text === undefined) return;
    const bytes = Buffer.from(`${text}\0`, 'utf8');
    head.writeUInt32LE(at, field);
    texts.push(bytes);
    at += bytes.length;
  };
  put(32, comment);
  put(16, domain);
  put(20, name);
  put(24, path);
  put(28, value);
  head.writeUInt32LE(at, 0);
  return Buffer.concat([head, ...texts]);
}
