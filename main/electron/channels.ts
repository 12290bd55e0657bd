/** The page's calls: a method's name and its parameters. */
export const CALL_CHANNEL = 'crumbs-call';
/** A dropped file's path, from the preload alone: the page has no way to this channel. */
export const FILE_CHANNEL = 'crumbs-file';
/** What the desktop tells the page. */
export const EVENT_CHANNEL = 'crumbs-event';
/** The engine's MessagePort, on its way to the page. */
export const PORT_CHANNEL = 'crumbs-port';
