/** What a browser without a session remembers. Not secret, and read by the page too, so not `HttpOnly`. */
export const localeCookie = 'nimbusu-locale';
export const timeZoneCookie = 'nimbusu-time-zone';
