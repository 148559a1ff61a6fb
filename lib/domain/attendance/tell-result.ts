import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { countMarks, noCounts } from './count-marks';
import { publishResult } from './publish-marks';
import type { SessionRow } from './session-row';

/** Tells of the result of a class as it stands: no mark is another now, but what is shown around them is. */
export async function tellResult(tx: EventfulTx, session: SessionRow, by: string): Promise<void> {
  const counts = (await countMarks(tx, [session.id])).get(session.id) ?? noCounts;
  publishResult(tx, session, { counts, by });
}
