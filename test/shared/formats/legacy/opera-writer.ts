/** A cookie of `cookies4.dat`; times are seconds since 1970. */
export interface OperaCookie {
  readonly name: string;
  readonly value: string;
  readonly expires?: number;
  readonly lastUsed?: number;
  readonly flags?: readonly number[];
}

/** Cookies by path: `''` is `/`, `a/b` is `/a/b`. */
export type OperaPaths = Readonly<Record<string, readonly OperaCookie[]>>;

/** A branch of the tree of domains. */
export interface OperaDomain {
  readonly part: string;
  readonly paths?: OperaPaths;
  readonly below?: readonly OperaDomain[];
}

const END_OF_DOMAIN = 0x84;
const END_OF_PATH = 0x85;

/** A whole file, laid out by hand after Opera's own description of it; `timeSize` is 4 for Opera up to 9. */
export function operaFile(domains: readonly OperaDomain[], timeSize: 4 | 8 = 8): Buffer {
  const head = Buffer.from([0, 0, 0x10, 0, 0, 0, 0x20, 0, 0, 1, 0, 2]);
  return Buffer.concat([head, ...domains.map((domain) => branch(domain, timeSize)), flag(END_OF_DOMAIN)]);
}

function branch({ part, paths = {}, below = [] }: OperaDomain, timeSize: 4 | 8): Buffer {
  const cookies = Object.entries(paths).map(([path, list]) => {
    const parts = path === '' ? [] : path.split('/');
    return Buffer.concat([
      ...parts.map((name) => tagged(0x02, tagged(0x1d, Buffer.from(name)))),
      ...list.map((cookie) => tagged(0x03, fields(cookie, timeSize))),
      ...parts.map(() => flag(END_OF_PATH)),
    ]);
  });
  return Buffer.concat([
    tagged(0x01, tagged(0x1e, Buffer.from(part))),
    ...cookies,
    flag(END_OF_PATH),
    ...below.map((domain) => branch(domain, timeSize)),
    flag(END_OF_DOMAIN),
  ]);
}

function fields({ name, value, expires, lastUsed, flags = [] }: OperaCookie, timeSize: 4 | 8): Buffer {
  const time = (tag: number, seconds: number | undefined): Buffer => {
    if (seconds === undefined) return Buffer.alloc(0);
    const eight = Buffer.alloc(8);
    eight.writeBigUInt64BE(BigInt(seconds));
    return tagged(tag, eight.subarray(8 - timeSize));
  };
  return Buffer.concat([
    tagged(0x10, Buffer.from(name)),
    tagged(0x11, Buffer.from(value)),
    time(0x12, expires),
    time(0x13, lastUsed),
    ...flags.map(flag),
  ]);
}

function tagged(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, content.length >> 8, content.length & 0xff]), content]);
}

function flag(tag: number): Buffer {
  return Buffer.from([tag]);
}
