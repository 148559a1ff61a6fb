/** `HH:MM` of minutes since midnight. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** SQL: {@link clockTime} of a column. */
export const clockTimeOf = (column: string): string => `to_char(make_interval(mins => ${column}), 'HH24:MI')`;

/** Minutes since midnight of `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
