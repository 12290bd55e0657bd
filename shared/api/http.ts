/**
 * The API over HTTP, as `crumbs serve` speaks it. Every request is `POST` with `content-type: application/json`.
 *
 * The printed link carries a token in its fragment (`#token=…`). The page takes it out of the address
 * (`history.replaceState`), sends it once to `SESSION_PATH` and gets a session secret, which it keeps in the tab's
 * sessionStorage and sends with every other request as `Authorization: Bearer SECRET`.
 */

/** Body `{ token }`, answer `{ secret }`; a token works once (401 after that). */
export const SESSION_PATH = '/session';

/** `CALL_PATH` + method name. The body is the parameters; the answer is `{ result }` or `{ error: { code, data } }`. */
export const CALL_PATH = '/api/';

/** Body `{}`; the answer never ends: one `AppEvent` a line, as JSON. Empty lines keep the connection alive. */
export const EVENTS_PATH = '/events';

/** The name of the token in the link's fragment. */
export const TOKEN_NAME = 'token';
