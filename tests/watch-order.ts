/** What a screen made of numbered messages. */
export interface Judged {
  /** How many it shows in the end. */
  readonly shown: number;
  /** How often one was there twice, or came to light again after it had gone. */
  readonly twice: number;
  /** How often one stood before an earlier one, or came to light behind a later one. */
  readonly reordered: number;
}

/** Watches what is on a screen, from one change to the next. */
export function watchOrder() {
  const ever = new Set<number>();
  let now = new Set<number>();
  let [last, twice, reordered] = [0, 0, 0];
  return {
    show(next: readonly number[]): void {
      const fresh = next.filter((seq) => !now.has(seq));
      twice += next.length - new Set(next).size + fresh.filter((seq) => ever.has(seq)).length;
      if (next.some((seq, index) => index > 0 && seq < (next[index - 1] ?? 0))) reordered += 1;
      reordered += fresh.filter((seq) => seq < last && !ever.has(seq)).length;
      for (const seq of next) ever.add(seq);
      last = Math.max(last, ...next);
      now = new Set(next);
    },
    judge: (): Judged => ({ shown: now.size, twice, reordered }),
  };
}
