import type { EventfulTx, UnitOfWork } from './unit-of-work';

/** What work has found out, and whether what it wrote stays. */
export interface Tried<Found> {
  readonly found: Found;
  readonly stays: boolean;
}

/** Says what work comes to by doing it. Unless it stays it is taken back, events and all. */
export async function tryOut<Found extends object>(
  unitOfWork: UnitOfWork,
  context: Parameters<UnitOfWork['run']>[0],
  work: (tx: EventfulTx) => Promise<Tried<Found>>,
): Promise<Found> {
  let found: Found | null = null;
  const trial = unitOfWork.run(context, async (tx) => {
    const tried = await work(tx);
    found = tried.found;
    if (!tried.stays) throw new TakenBack();
  });
  await trial.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  if (!found) throw new Error('something was tried and nothing was found out');
  return found;
}

class TakenBack extends Error {}
