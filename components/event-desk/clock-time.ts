/** `10:30:00.123`: every digit counts where milliseconds are compared. */
export function clockTime(at: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    });
    formats.set(timeZone, format);
  }
  return format.format(new Date(at));
}

const formats = new Map<string, Intl.DateTimeFormat>();
