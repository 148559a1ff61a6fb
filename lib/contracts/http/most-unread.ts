/** The most that is counted; a badge shows "99+" long before. */
export const MOST_UNREAD_COUNTED = 1_000;
