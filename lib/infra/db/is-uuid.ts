const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be the key of a row: anything else would be an error of PostgreSQL, not "no such row". */
export const isUuid = (text: string): boolean => UUID.test(text);
