/** What the clocks on the campus show: the date and the minutes since midnight. */
export function universityNow(timeZone: string, now = Date.now()): { date: string; minute: number } {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(now);
  return { date: text.slice(0, 10), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
}
