/** However often a session is extended, its holder signs in anew after so long. */
export const LONGEST_SESSION_SECONDS = 30 * 24 * 3_600;
