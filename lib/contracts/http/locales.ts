/** The languages there is a complete catalogue of messages for, the one for all others first. */
export const locales = ['en', 'de'] as const;
