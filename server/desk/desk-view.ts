import type { DeskEvents, DeskFacets, DeskRow } from '@/lib/contracts/pushes/desk';
import type { LogRecord, RecordPlace } from '@/lib/infra/event-log/port';
import { type DescribedRecord, describeRecord } from './describe-record';
import { matchesFacets, matchesTopic } from './match-facets';

/**
 * As much as can be read in the time: 200 rows a second, and as many at once after a quiet second. What is beyond is
 * counted, not sent.
 */
export const FLOW = { everyMs: 200, rowsEach: 40, rowsAtOnce: 200, mostExamined: 500, mostHeld: 5_000 };

export interface DeskView {
  /** What the log has brought. Cheap: it is looked at with the next flush. */
  take(records: readonly LogRecord[]): void;
  /** The history reaches up to here: what came so far is sent from behind it, and all that comes. */
  begin(through: readonly RecordPlace[]): void;
  /** Sends what has gathered. */
  flush(): void;
}

/** One open desk: of what the tail brings, the newest that match, in bounded portions. */
export function createDeskView(options: {
  facets: DeskFacets;
  send: (events: Omit<DeskEvents, 'view'>) => void;
}): DeskView {
  const { facets } = options;
  let held: LogRecord[] = [];
  let leftOut = 0;
  let allowance = FLOW.rowsAtOnce;
  let reached: Map<string, bigint> | null = null;

  function isNew({ topic, partition, offset }: LogRecord): boolean {
    const end = reached?.get(`${topic}/${partition}`);
    return end === undefined || BigInt(offset) > end;
  }

  return {
    take(records) {
      for (const record of records) if (matchesTopic(facets, record.topic)) held.push(record);
      if (held.length <= FLOW.mostHeld) return;
      leftOut += held.length - FLOW.mostHeld;
      held = held.slice(-FLOW.mostHeld);
    },
    begin(through) {
      reached = new Map(
        through.map(({ topic, partition, offset }) => [`${topic}/${partition}`, BigInt(offset)]),
      );
    },
    flush() {
      allowance = Math.min(FLOW.rowsAtOnce, allowance + FLOW.rowsEach);
      if (!reached || (held.length === 0 && leftOut === 0)) return;
      const records = held.filter(isNew);
      const examined = records.slice(-FLOW.mostExamined);
      const matching = examined.map(describeOnce).filter((described) => matchesFacets(facets, described));
      const rows: DeskRow[] = matching.slice(-allowance).map(({ row }) => row);
      allowance -= rows.length;
      const left_out = leftOut + records.length - examined.length + matching.length - rows.length;
      held = [];
      leftOut = 0;
      if (rows.length > 0 || left_out > 0) options.send({ rows, left_out });
    },
  };
}

/** Several desks look at the same records. */
const described = new WeakMap<LogRecord, DescribedRecord>();
function describeOnce(record: LogRecord): DescribedRecord {
  const known = described.get(record) ?? describeRecord(record);
  described.set(record, known);
  return known;
}
