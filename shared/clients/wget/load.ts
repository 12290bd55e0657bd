import type { ByteString } from '../../cookie/byte-string.ts';
import { lowerCaseAscii } from '../../cookie/canonical-host.ts';
import type { Progress } from '../../table/progress.ts';
import type { CookieFile, LoadContext, LoadedJar } from '../client.ts';
import { HTTP_ONLY_IS_COMMENT } from '../column-reasons.ts';
import { lineByLine } from '../line-by-line.ts';
import { droppedFor, KEPT, quickLoad } from '../quick-load.ts';
import { reason } from '../reason.ts';
import { verdictSheet, type VerdictSheet } from '../verdict-sheet.ts';
import { inTableOrder } from './domain-table.ts';
import { readWgetLine, type LineResult, type WgetCookie } from './read-line.ts';

/** A cookie that was read; one whose expiry is too large takes its place and then counts as expired. */
type Read = Extract<LineResult, { cookie: WgetCookie }>;

/** A domain as wget first met it, and its cookies: by what makes two the same, the one that came last at the end. */
interface Chain {
  readonly spelling: ByteString;
  readonly cookies: Map<string, Read>;
}

const TOO_LARGE = reason('expiry-too-large');

const MARKED = droppedFor(HTTP_ONLY_IS_COMMENT);
const IS_EXPIRED = droppedFor(reason('expired'));
/** Shorter domains have no more labels than wget can count. */
const SHORT_DOMAIN = 60;

/** Loads a file as wget does with `--load-cookies`. */
export function loadCookies(
  file: CookieFile,
  context: LoadContext,
): Generator<Progress, LoadedJar<WgetCookie>> {
  return quickLoad(file, context, {
    load: loadAll,
    verdict({ httpOnly, expiryTime, domainFrom, domainTo }) {
      if (httpOnly) return MARKED;
      if (domainTo - domainFrom >= SHORT_DOMAIN) return undefined;
      return expiryTime === 0 || expiryTime >= context.now ? KEPT : IS_EXPIRED;
    },
  });
}

function* loadAll(file: CookieFile, context: LoadContext): Generator<Progress, LoadedJar<WgetCookie>> {
  const sheet = verdictSheet(file);
  const chains = new Map<ByteString, Chain>();
  const spellingOf = (domain: ByteString): ByteString =>
    chains.get(lowerCaseAscii(domain))?.spelling ?? domain;
  yield* lineByLine(file.lineCount, (line) => {
    const result = readWgetLine(file.line(line), line, context.now, spellingOf);
    if ('ignored' in result) sheet.ignore(line, result.ignored);
    else if ('dropped' in result) sheet.drop(line, result.dropped);
    else {
      const replaced = store(chains, result);
      if (replaced !== undefined) dropReplaced(sheet, replaced, result);
      if (result.isOver === true) sheet.drop(line, TOO_LARGE);
      else if (result.changes.length === 0) sheet.keep(line);
      for (const why of result.changes) sheet.change(line, why);
    }
  });
  return { ...context, outcomes: sheet.outcomes, reasons: sheet.reasons, cookies: held(chains) };
}

/** The host's own cookie and the domain's are one; gives the one that is replaced. */
function store(chains: Map<ByteString, Chain>, read: Read): Read | undefined {
  const { path, name, port, domain: spelling } = read.cookie;
  const domain = lowerCaseAscii(spelling);
  let chain = chains.get(domain);
  if (chain === undefined) {
    chain = { spelling, cookies: new Map() };
    chains.set(domain, chain);
  }
  const identity = port === undefined ? `${path}\t${name}` : `${path}\t${name}\t${port}`;
  const replaced = chain.cookies.get(identity);
  if (replaced !== undefined) chain.cookies.delete(identity);
  chain.cookies.set(identity, read);
  return replaced;
}

function dropReplaced(sheet: VerdictSheet, before: Read, { cookie, isOver }: Read): void {
  if (before.isOver === true) return;
  const { line, hostOnly } = before.cookie;
  const rule = hostOnly === cookie.hostOnly ? 'duplicate-identity' : 'domain-twins';
  const code = isOver === true ? 'removed-by-expired' : 'replaced';
  sheet.drop(line, reason(code, { line: cookie.line }, rule));
}

/** Domain by domain as the table has them, within each the newest first. */
function held(chains: ReadonlyMap<ByteString, Chain>): readonly WgetCookie[] {
  return inTableOrder(chains.keys()).flatMap((domain) => {
    const newestFirst = [...(chains.get(domain)?.cookies.values() ?? [])].toReversed();
    return newestFirst.flatMap(({ cookie, isOver }) => (isOver === true ? [] : [cookie]));
  });
}
