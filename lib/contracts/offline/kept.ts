/** On pages and answers that are somebody's: which session they were made for. Tells nothing of the session itself. */
export const SESSION_MARK = 'x-session-mark';

/** On what the worker shows without the network: when the server had said it. */
export const KEPT_AT = 'x-kept-at';

/** How the names of the caches begin in which something of a user is kept. */
export const SHELF_NAME = 'nimbusu-kept-';
