/** Prints each step with its number, what came of it and how long it took. */
export function createSteps(count: number, print: (line: string) => void) {
  let number = 0;
  return async (name: string, work: () => Promise<string>): Promise<void> => {
    number += 1;
    const place = `[${number}/${count}] ${name}`;
    print(`${place} ...`);
    const started = Date.now();
    const result = await work();
    print(`${place}: ${result} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  };
}
