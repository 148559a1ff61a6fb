/** SQL for a date as `2026-11-27`: the driver would make it a moment in a zone. */
export const isoDate = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;
