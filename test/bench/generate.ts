import { closeSync, openSync, writeSync } from 'node:fs';

/** The moment that generated files belong to, 2026-11-21: they never depend on the clock. */
export const GENERATED_AT = 1_795_300_000;

export interface GenerateRequest {
  readonly lines: number;
  readonly path: string;
  /** Without malformed lines: Python's reader refuses a whole file for one of them. */
  readonly clean: boolean;
  readonly seed?: number;
}

const HEADER =
  '# Netscape HTTP Cookie File\n# https://curl.se/docs/http-cookies.html\n# made by the benchmark\n\n';
const DIGITS = '0123456789';
const HEXADECIMAL = '0123456789abcdef';
const TEXT = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SUFFIXES = words(
  'com com com com com com com com org net de de co.uk io fr ru nl it co.jp com.br com.au pl es ca eu ch app dev github.io cloudfront.net co.za co.in edu gov',
);
const SYLLABLES = words(
  'ba be bo ca co da de do fa fe ga ge ha ho ka ki la le li ma me mi na no pa pe ra re ri sa si so ta te ti to va vi wa wo za',
);
const TOPICS = words(
  'shop news book tech play media cloud data mail map bank food auto travel music sport photo video world store',
);
const SUBDOMAINS = words('www shop account api login m static cdn news eu us app id auth pay my');
const NAMES = words(
  '_ga _gid _fbp _gcl_au sessionid PHPSESSID JSESSIONID csrftoken OptanonConsent __cf_bm NID IDE MUID uid uuid lang theme cart_id auth_token __Secure-session __Host-csrf datr guest_id visitor_id intercom-id __stripe_mid _pk_id AWSALB ak_bmsc',
);
const PATHS = words('/ / / / / / / / / / /account /shop/cart /en /api/v1 /login');
const FOREIGN = ['München', 'naïve café', '日本語テスト', 'Привет', '🍪cookie'];

/**
 * Writes a cookie file such as people have: few busy sites and many rare ones in random order, names and values of the usual
 * trackers, one line in fifty malformed. The same request gives the same bytes everywhere.
 */
export function generate({ lines, path, clean, seed = 1 }: GenerateRequest): void {
  const source = new Source(seed);
  const sites = new Sites(source, lines);
  const recent: string[][] = [];
  const file = openSync(path, 'w');
  let text = HEADER;
  for (let line = 4; line < lines; line++) {
    text += `${anyLine(source, sites, recent, clean)}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

function anyLine(source: Source, sites: Sites, recent: string[][], clean: boolean): string {
  const kind = source.next();
  if (kind < 0.003) return `# ${source.pick(TOPICS)} ${source.below(99)}`;
  if (kind < 0.005) return '';
  let fields = entryFields(source, sites);
  const again = source.next() < 0.04 ? recent[source.below(recent.length)] : undefined;
  if (again !== undefined)
    fields = [...again.slice(0, 4), fields[4] ?? '0', again[5] ?? 'a', fields[6] ?? ''];
  if (source.next() < 0.05) recent[recent.length < 500 ? recent.length : source.below(500)] = fields;
  const text = !clean && source.next() < 0.02 ? malformed(source, [...fields]) : fields.join('\t');
  return source.next() < 0.2 ? `#HttpOnly_${text}` : text;
}

function entryFields(source: Source, sites: Sites): string[] {
  const site = sites.pick();
  const kind = source.next();
  const sub = kind < 0.58 ? '' : kind < 0.75 ? 'www.' : kind < 0.8 ? '' : `${source.pick(SUBDOMAINS)}.`;
  const dotted = kind < 0.58 || (kind >= 0.8 && source.next() < 0.5);
  const plain = source.pick(NAMES);
  const name = source.next() < 0.72 ? `${plain}_${source.text(TEXT, 6 + source.below(5))}` : plain;
  const age = source.next();
  const days = 86_400;
  const expiry =
    age < 0.1
      ? 0
      : age < 0.25
        ? GENERATED_AT - source.below(1000 * days)
        : GENERATED_AT + 30 * days + source.below(700 * days);
  return [
    `${dotted ? '.' : ''}${sub}${site}`,
    dotted ? 'TRUE' : 'FALSE',
    source.pick(PATHS),
    source.next() < 0.62 || plain.startsWith('__') ? 'TRUE' : 'FALSE',
    String(expiry),
    name,
    value(source),
  ];
}

function value(source: Source): string {
  const kind = source.next();
  if (kind < 0.01) return `${source.pick(FOREIGN)}${source.text(TEXT, 10 + source.below(30))}`;
  if (kind < 0.18) return `GA1.2.${source.text(DIGITS, 9)}.${GENERATED_AT - source.below(30_000_000)}`;
  if (kind < 0.34) return [8, 4, 4, 4, 12].map((length) => source.text(HEXADECIMAL, length)).join('-');
  if (kind < 0.5) return source.text(HEXADECIMAL, source.pick([10, 16, 32, 32, 40, 64]));
  if (kind < 0.58)
    return encodeURIComponent(
      JSON.stringify({ id: source.below(1e9), groups: source.text('CGT01:,', 10 + source.below(60)) }),
    );
  if (kind < 0.66) return `fb.1.${GENERATED_AT}${source.text(DIGITS, 3)}.${source.text(DIGITS, 10)}`;
  if (kind < 0.72) return `${source.pick(['true', '1', 'en-US', 'dark'])}|${source.text(DIGITS, 9)}`;
  return source.text(
    TEXT,
    Math.min(400, Math.floor(24 * Math.exp(source.next() * source.next() * 3.2)) + source.below(60)),
  );
}

function malformed(source: Source, fields: string[]): string {
  switch (source.below(8)) {
    case 0:
      return fields.slice(0, 6).join('\t');
    case 1:
      return fields.join('    ');
    case 2:
      return `${fields.join('\t')}\textra`;
    case 3:
      fields[1] = source.pick(['yes', 'true', '1']);
      return fields.join('\t');
    case 4:
      fields[4] = source.pick(['Session', 'never', '-1', '2027-01-01', '1.7e9']);
      return fields.join('\t');
    case 5:
      fields[source.pick([0, 5])] = '';
      return fields.join('\t');
    case 6:
      fields[2] = 'no-slash';
      return fields.join('\t');
    default:
      return fields.slice(0, 3 + source.below(3)).join('\t');
  }
}

/** Random numbers that are the same everywhere (mulberry32). */
class Source {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1, 1 apart. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  text(alphabet: string, length: number): string {
    let text = '';
    for (let at = 0; at < length; at++) text += alphabet[this.below(alphabet.length)] ?? '';
    return text;
  }
}

/** Registrable domains; the busiest has about one line in sixty. */
class Sites {
  readonly #source: Source;
  readonly #names: string[] = [];
  readonly #upTo: Float64Array;

  constructor(source: Source, lines: number) {
    this.#source = source;
    const count = Math.max(20, Math.ceil(0.6 * lines ** 0.8));
    const known = new Set<string>();
    while (known.size < count) known.add(siteName(source));
    this.#names.push(...known);
    this.#upTo = new Float64Array(count);
    let total = 0;
    for (let at = 0; at < count; at++) this.#upTo[at] = total += 1 / (at + 1) ** 0.8;
  }

  pick(): string {
    const wanted = this.#source.next() * (this.#upTo.at(-1) ?? 1);
    let low = 0;
    let high = this.#upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#upTo[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.#names[low] ?? 'example.com';
  }
}

function siteName(source: Source): string {
  let name = '';
  for (let left = 2 + source.below(3); left > 0; left--) name += source.pick(SYLLABLES);
  if (source.next() < 0.35) name += source.pick(TOPICS);
  const foreign = source.next() < 0.004;
  return `${foreign ? `xn--${source.text(HEXADECIMAL, 5)}-` : ''}${name}.${source.pick(SUFFIXES)}`;
}

function words(text: string): string[] {
  return text.split(' ');
}
