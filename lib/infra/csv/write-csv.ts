import { stringify } from 'csv-stringify/sync';

/**
 * Lines as CSV with these columns as headings, for a spreadsheet: it is told that they are UTF-8, and what it would take for a
 * formula is quoted as text.
 */
export const writeCsv = (lines: readonly object[], columns: readonly string[]): string =>
  stringify([...lines], { header: true, columns: [...columns], escape_formulas: true, bom: true });
