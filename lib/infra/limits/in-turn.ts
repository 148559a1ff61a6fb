/** Runs what has the same key one after the other, in the order in which it came; one that fails holds up nobody. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Within this process. Whoever waits here holds no connection to the database meanwhile. */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    last.set(key, turn);
    const leave = () => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  };
}
