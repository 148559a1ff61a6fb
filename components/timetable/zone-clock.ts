/** What the clocks of a zone show: date and time as the timetable writes them. */
export function clockIn(timeZone: string, now = Date.now()): { date: string; time: string } {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    now,
  );
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** An ISO date some days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
