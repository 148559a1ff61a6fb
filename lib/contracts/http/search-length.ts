/** How many characters a search may have. */
export const SEARCH_LENGTH = 100;
