type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The item a key goes to: arrows go round, Home and End to the ends, a letter to the next item that begins with it. */
export function nextMenuItem<E extends Pick<Element, 'textContent'>>(
  items: readonly E[],
  current: unknown,
  press: Press,
): E | undefined {
  const at = items.findIndex((item) => Object.is(item, current));
  const count = items.length;
  const places: Record<string, number> = {
    ArrowDown: (at + 1) % count,
    ArrowUp: at <= 0 ? count - 1 : at - 1,
    Home: 0,
    End: count - 1,
  };
  const place = places[press.key];
  if (place !== undefined) return items[place];
  if (press.key.length !== 1 || press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const letter = press.key.toLowerCase();
  const fromNext = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return fromNext.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter));
}
