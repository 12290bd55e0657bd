import { CALL_PATH, EVENTS_PATH, SESSION_PATH } from '#shared/api/http.ts';

/** The parts of a request that decide whether it is let in; header names in lower case, every occurrence kept. */
export interface GateRequest {
  readonly method: string;
  /** The request target exactly as it was sent. */
  readonly target: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

export interface GateOptions<Session> {
  readonly port: number;
  isAsset(target: string): boolean;
  /** The session that a bearer secret belongs to. */
  session(secret: string): Session | undefined;
}

export type Verdict<Session> =
  | { readonly kind: 'asset'; readonly name: string }
  | { readonly kind: 'exchange' }
  | { readonly kind: 'events'; readonly session: Session }
  | { readonly kind: 'call'; readonly session: Session; readonly method: string }
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 403 | 404 | 405 | 415 | 421 };

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const PAGE = '/';

/**
 * Decides on a request by its first line and headers alone. A rebound name shows in Host, another site in Origin or
 * Sec-Fetch-Site, and nothing but the bearer secret opens the API: no cookie, no query, no answer to a foreign page.
 */
export function gate<Session>(request: GateRequest, options: GateOptions<Session>): Verdict<Session> {
  const { method, target, headers } = request;
  const hosts = headers.get('host') ?? [];
  const [host] = hosts;
  if (host === undefined || hosts.length > 1) return refused(421);
  if (!LOOPBACK_NAMES.some((name) => host === `${name}:${options.port}`)) return refused(421);
  if (!target.startsWith('/') || target.startsWith('//') || target.includes('#')) return refused(400);
  const origins = headers.get('origin') ?? [];
  if (origins.some((origin) => origin !== `http://${host}`)) return refused(403);
  const [path = ''] = target.split('?');
  if (!fromOurPage(headers, path)) return refused(403);
  if (isApi(path)) return gateApi(request, path, options);
  if (!options.isAsset(target)) return refused(404);
  if (method !== 'GET' && method !== 'HEAD') return refused(405);
  return { kind: 'asset', name: target };
}

function gateApi<Session>(
  { method, headers }: GateRequest,
  path: string,
  options: GateOptions<Session>,
): Verdict<Session> {
  if (method !== 'POST') return refused(405);
  const types = headers.get('content-type') ?? [];
  if (types.length !== 1 || !/^application\/json(; ?charset=utf-8)?$/i.test(types[0] ?? ''))
    return refused(415);
  if (path === SESSION_PATH) return { kind: 'exchange' };
  const credentials = headers.get('authorization') ?? [];
  const secret = credentials.length === 1 ? /^Bearer ([\w-]+)$/.exec(credentials[0] ?? '')?.[1] : undefined;
  const session = secret === undefined ? undefined : options.session(secret);
  if (session === undefined) return refused(401);
  if (path === EVENTS_PATH) return { kind: 'events', session };
  return { kind: 'call', session, method: path.slice(CALL_PATH.length) };
}

function isApi(path: string): boolean {
  return path === SESSION_PATH || path === EVENTS_PATH || path.startsWith(CALL_PATH);
}

/**
 * Sec-Fetch-Site, where the browser sends it, must say that our own page asks. The page itself holds no secret: it may
 * be typed in, and be gone to from elsewhere as a whole document (the redirect file that opens the browser is a `file:` page).
 */
function fromOurPage(headers: GateRequest['headers'], path: string): boolean {
  const sites = headers.get('sec-fetch-site') ?? [];
  if (sites.every((site) => site === 'same-origin')) return true;
  if (path !== PAGE || sites.length > 1) return false;
  if (sites[0] === 'none') return true;
  return only(headers, 'sec-fetch-mode', 'navigate') && only(headers, 'sec-fetch-dest', 'document');
}

function only(headers: GateRequest['headers'], name: string, wanted: string): boolean {
  const values = headers.get(name) ?? [];
  return values.length === 1 && values[0] === wanted;
}

function refused(status: 400 | 401 | 403 | 404 | 405 | 415 | 421): Verdict<never> {
  return { kind: 'refused', status };
}
