import { setTimeout as pause } from 'node:timers/promises';
import { topicNames } from '@/lib/contracts/events/catalogue';
import type {
  DeskEvent,
  DeskEvents,
  DeskLag,
  DeskOpen,
  DeskOpened,
  DeskPlace,
  DeskUnmask,
} from '@/lib/contracts/pushes/desk';
import type { Unmasking } from '@/lib/domain/audit/record-unmasking';
import { type EventLog, EventLogUnavailable } from '@/lib/infra/event-log/port';
import { describeEvent } from './describe-event';
import { describeRecord } from './describe-record';
import { createDeskView, FLOW } from './desk-view';
import { asksForContent, matchesFacets } from './match-facets';
import { createGroupMeter } from './measure-groups';
import { tailLog } from './tail-log';

/** Somebody at a desk, judged already. */
export interface DeskViewer {
  readonly id: string;
  send(events: DeskEvents): void;
  /** Whether it may still look; asked from time to time while its desk is open. */
  mayStay(): Promise<boolean>;
  dismiss(): void;
}

export interface Desk {
  open(viewer: DeskViewer, request: DeskOpen): Promise<DeskOpened>;
  leave(viewerId: string): void;
  /** `null` when the log does not hold it. */
  event(place: DeskPlace): Promise<DeskEvent | null>;
  unmask(request: DeskUnmask, by: Omit<Unmasking, 'place' | 'reason' | 'eventId'>): Promise<DeskEvent | null>;
  lag(): Promise<DeskLag>;
  close(): Promise<void>;
}

/** How many records are looked through for a history that must match more than a topic. */
const LOOK_THROUGH = 1_000;
const START_LIMIT_MS = 15_000;
const JUDGE_EVERY_MS = 10_000;

/** The event desk's live side: who looks at which part of the log, and what they get to see of it. */
export function createDesk(options: {
  log: EventLog;
  instanceId: string;
  recordUnmasking: (unmasking: Unmasking) => Promise<void>;
  onError: (error: unknown) => void;
}): Desk {
  const { log, onError } = options;
  const tail = tailLog({ log, groupId: `desk-${options.instanceId}`, topics: topicNames, onError });
  const seats = new Map<string, Seat>();
  let timers: NodeJS.Timeout[] = [];

  function seat(viewer: DeskViewer, request: DeskOpen): { seat: Seat; ready: Promise<void> } {
    const view = createDeskView({
      facets: request.facets,
      send: (events) => viewer.send({ view: request.view, ...events }),
    });
    const { ready, stop } = tail.follow(view.take);
    // The one before goes only now, so that the tail runs on.
    seats.get(viewer.id)?.stop();
    const taken = { viewer, flush: view.flush, begin: view.begin, stop };
    seats.set(viewer.id, taken);
    watch();
    return { seat: taken, ready };
  }

  function leave(viewerId: string): void {
    seats.get(viewerId)?.stop();
    seats.delete(viewerId);
    if (seats.size > 0) return;
    for (const timer of timers) clearInterval(timer);
    timers = [];
  }

  function watch(): void {
    if (timers.length > 0) return;
    const flushAll = () => {
      for (const { flush } of seats.values()) flush();
    };
    timers = [setInterval(flushAll, FLOW.everyMs), setInterval(judgeAll, JUDGE_EVERY_MS)];
    for (const timer of timers) timer.unref();
  }

  function judgeAll(): void {
    for (const { viewer } of seats.values()) {
      viewer.mayStay().then((may) => {
        if (may) return;
        leave(viewer.id);
        viewer.dismiss();
      }, onError);
    }
  }

  return {
    leave,
    lag: createGroupMeter(log),
    async open(viewer, request) {
      const { facets } = request;
      const { seat: taken, ready } = seat(viewer, request);
      try {
        await within(START_LIMIT_MS, ready);
        const wanted =
          facets.topics.length > 0 ? topicNames.filter((name) => facets.topics.includes(name)) : topicNames;
        const limit = asksForContent(facets) ? Math.max(LOOK_THROUGH, request.history) : request.history;
        const { records, through } = await log.readBack({ topics: wanted, limit });
        const matching = records.map(describeRecord).filter((each) => matchesFacets(facets, each));
        taken.begin(through);
        return {
          rows: request.history === 0 ? [] : matching.slice(-request.history).map(({ row }) => row),
          examined: records.length,
          engine: log.kind,
        };
      } catch (error) {
        if (seats.get(viewer.id) === taken) leave(viewer.id);
        throw error;
      }
    },
    async event(place) {
      const record = isTopic(place.topic) ? await log.readOne(place) : null;
      return record && describeEvent(record, { unmasked: false });
    },
    async unmask({ reason, ...place }, by) {
      const record = isTopic(place.topic) ? await log.readOne(place) : null;
      if (!record) return null;
      // Nobody sees it before it is written down who did.
      const { row } = describeRecord(record);
      await options.recordUnmasking({ ...by, place, reason, eventId: row.event_id });
      return describeEvent(record, { unmasked: true });
    },
    async close() {
      for (const id of [...seats.keys()]) leave(id);
      await tail.close();
    },
  };
}

interface Seat {
  readonly viewer: DeskViewer;
  readonly flush: () => void;
  readonly begin: (through: Parameters<ReturnType<typeof createDeskView>['begin']>[0]) => void;
  readonly stop: () => void;
}

const isTopic = (name: string): boolean => topicNames.some((topic) => topic === name);

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const limit = pause(limitMs, undefined, { signal: ended.signal, ref: false }).then(
    () => Promise.reject(new EventLogUnavailable(`the log's end was not found in ${limitMs} ms`)),
    () => new Promise<never>(() => undefined), // the work was quicker
  );
  return Promise.race([work, limit]).finally(() => ended.abort());
}
