/** Prints each step with its number, what came of it and how long it took. The first step here has number `first`. */
export function createSteps(first: number, last: number, print: (line: string) => void) {
  let number = first - 1;
  return async <Result>(
    name: string,
    work: () => Promise<Result>,
    inWords: (result: Result) => string,
  ): Promise<Result> => {
    number += 1;
    const place = `[${number}/${last}] ${name}`;
    print(`${place} ...`);
    const started = Date.now();
    const result = await work();
    print(`${place}: ${inWords(result)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return result;
  };
}
