import type { StoredCookie } from '#shared/clients/client.ts';
import { byDomain } from '../differential/aria2.ts';
import { alike, asRecorded } from './alike.ts';
import type { Ask, Compared, RecordAdapter } from './adapter.ts';
import type { ClientRecord } from './recorded-cases.ts';

type Lines = readonly string[];

/** Programs that were asked to load a file, fetch the addresses of the case and save: `jar`, `sent`, `rc`. */
function commandLine(
  program: string,
  clientId: string,
  options = {},
  ordered = (lines: Lines): Lines => lines,
): RecordAdapter {
  return {
    program,
    clientId,
    recorded(record) {
      const sent = record['sent'] as readonly (readonly string[])[];
      // `?` stands for a request that the recorder's server could not read, or that never came.
      const read = sent.map((headers) => (headers.includes('?') ? 'not recorded' : headers));
      return record['rc'] === 100
        ? { jar: 'refused', sent: 'refused' }
        : { jar: ordered(record['jar'] as Lines), sent: read };
    },
    predicted(ask) {
      const jar = ask.load(options);
      if (jar.refusal !== undefined) return { jar: 'refused', sent: 'refused' };
      // The recorder's server took a lone CR for the end of a header.
      const sent = ask.sent(jar).map((headers) => headers.map((header) => header.replace(/\r.*/s, '')));
      return { jar: ordered(ask.written(jar)), sent };
    },
  };
}

/** Python's own loader and yt-dlp's: loaded once by default, once with both `ignore_…`, and saved; nothing was sent. */
function pythonJar(program: string, clientId: string, session: string, version?: string): RecordAdapter {
  return {
    program,
    clientId,
    ...(version !== undefined && { version }),
    recorded(record) {
      const error = record['all'];
      const refusal = typeof error === 'string' ? { error: errorName(error) } : undefined;
      const rows = (record['n_all'] as readonly unknown[] | undefined)?.toSorted(byText);
      const jar = refusal ?? { written: record['jar'], all: rows, names: record['n_default'] };
      return { jar, sent: undefined };
    },
    predicted(ask) {
      const all = ask.load({ ignoreDiscard: true, ignoreExpires: true });
      const plain = ask.load();
      if (all.refusal !== undefined) {
        const isText = all.refusal.reason.code === 'not-utf-8';
        return { jar: { error: isText ? 'UnicodeDecodeError' : 'LoadError' }, sent: undefined };
      }
      return {
        jar: {
          written: ask.written(all),
          all: all.cookies.map((cookie) => pythonRow(cookie, session)).toSorted(byText),
          names: plain.cookies.map((cookie) => asRecorded(pythonName(cookie))).toSorted(),
        },
        sent: undefined,
      };
    },
  };
}

const errorName = (text: string): string => /^\w+/.exec(text)?.[0] ?? text;
const byText = (one: unknown, other: unknown): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;

/** Domain, path, name, value, expiry, Secure and the mark of a session, as the recorder printed Python's cookies after saving. */
function pythonRow(cookie: StoredCookie, session: string): readonly unknown[] {
  const { domain, hostOnly, path, name, value, expiryTime, secureOnly } = cookie;
  const isNameless = name === '';
  return [
    asRecorded(hostOnly ? domain : `.${domain}`),
    asRecorded(path),
    asRecorded(pythonName(cookie)),
    isNameless ? null : asRecorded(value),
    expiryTime === undefined ? session : String(BigInt(expiryTime)),
    secureOnly,
    expiryTime === undefined,
  ];
}

/** Python takes a cookie without a name for one without a value. */
const pythonName = ({ name, value }: StoredCookie): string => (name === '' ? value : name);

/** Perl's HTTP::Cookies::Netscape: loaded and saved; nothing was sent. */
const perl: RecordAdapter = {
  program: 'HTTP::Cookies',
  clientId: 'perl',
  recorded(record) {
    const loaded = (record['out'] as readonly string[]).includes('load=1');
    return { jar: loaded ? record['jar'] : 'refused', sent: undefined };
  },
  predicted(ask) {
    const jar = ask.load();
    return { jar: jar.refusal === undefined ? ask.written(jar) : 'refused', sent: undefined };
  },
};

/** One for each program that stands in the records. */
export const ADAPTERS: readonly RecordAdapter[] = [
  commandLine('curl', 'curl'),
  commandLine('wget', 'wget', { keepSessionCookies: true }),
  commandLine('wget2', 'wget2', { keepSessionCookies: true }),
  commandLine('aria2', 'aria2', {}, byDomain),
  pythonJar('Python', 'python', 'None'),
  pythonJar('yt-dlp', 'yt-dlp', '0', '2026.08.20'),
  perl,
];

/** The adapter for a record called so, and the version in its name. */
export function adapterOf(name: string): { readonly adapter: RecordAdapter; readonly version: string } {
  const [program = '', version = ''] = name.split(' ');
  const adapter = ADAPTERS.find((one) => one.program === program);
  if (adapter === undefined) throw new Error(`no adapter for records of ${name}`);
  return { adapter, version: adapter.version ?? version };
}

/** Recorded and predicted side by side; what was not recorded of a request is taken out of the prediction as well. */
export function compare(record: ClientRecord, adapter: RecordAdapter, ask: Ask): [Compared, Compared] {
  const recorded = adapter.recorded(record, ask.one);
  const predicted = adapter.predicted(ask);
  const { sent } = recorded;
  const masked =
    Array.isArray(sent) && Array.isArray(predicted.sent)
      ? predicted.sent.map((one, at) => (sent[at] === 'not recorded' ? 'not recorded' : one))
      : predicted.sent;
  return alike([recorded, { ...predicted, sent: masked }], ask.one.bytes);
}
