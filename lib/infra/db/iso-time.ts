/** SQL: a timestamp column as RFC 3339 text in UTC, to the millisecond, as a JavaScript date writes it. */
export const isoTime = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
