/** `Set-Cookie: a=b`, also behind the mark that `curl -v` and the like put before what comes in. */
export const SET_COOKIE_LINE = /^[<*\s]*set-cookie[ \t]*:/i;

/** `Cookie: a=b`, also behind the mark that `curl -v` and the like put before what goes out. */
export const COOKIE_LINE = /^[>*\s]*cookie[ \t]*:/i;

/** The host that a request head names. */
export const HOST_LINE = /^[>*\s]*(?:host|:authority)[ \t]*:\s*(\S+)\s*$/i;

/** The first line of a response head. */
export const STATUS_LINE = /^[<*\s]*HTTP\/\d/i;

/** The end of a head. */
export const END_OF_HEAD = /^[<>*\s]*$/;

/** `# https://example.com/`: where the headers below are from, or where they go. */
export const ADDRESS_LINE = /^#\s*(https?:\/\/\S+)\s*$/i;
