import type { Trace, TraceStep } from '@/lib/contracts/http/trace';
import type { TracedNotification, TracedScreen } from '../notification/queries';
import { describeDevice } from './describe-device';
import type { TracedEffect, TracedEvent } from './trace-events';

export interface TracedParts {
  readonly events: readonly TracedEvent[];
  readonly effects: readonly TracedEffect[];
  readonly notifications: readonly TracedNotification[];
  readonly screens: readonly TracedScreen[];
}

/** The steps in the order of what led to what, each with the time since the one before it in its line. */
export function buildTrace({ events, effects, notifications, screens }: TracedParts): TraceStep[] {
  const steps: TraceStep[] = [];
  const announced = new Set(notifications.map(({ queuedEventId }) => queuedEventId));
  const known = new Set(events.map(({ eventId }) => eventId));

  function add(
    step: Omit<TraceStep, 'ms' | 'after' | 'at'> & { at: Date | string | null },
    after: number | null,
  ) {
    const at = step.at instanceof Date ? step.at.toISOString() : step.at;
    steps.push({ ...step, at, after, ms: since(steps, at, after) });
    return steps.length - 1;
  }

  function addEvent(event: TracedEvent, after: number | null): void {
    const { eventId: event_id, eventType: event_type, topic } = event;
    const about = { event_id, event_type, topic };
    const own = effects.filter((effect) => effect.eventId === event_id);
    const written = add({ kind: 'written', at: event.writtenAt, known: 'began', ...about }, after);
    const inLog = add({ kind: 'in_log', ...arrivalInLog(event, own), ...about }, written);
    for (const { group, processedAt } of own) {
      const effect = add({ kind: 'effect', at: processedAt, known: 'began', group, ...about }, inLog);
      for (const sent of notifications) if (sent.sourceEventId === event_id) addNotification(sent, effect);
    }
    // Sent without an effect that is written down: the group's memory of it is gone.
    if (own.length === 0)
      for (const sent of notifications) if (sent.sourceEventId === event_id) addNotification(sent, inLog);
  }

  function addNotification(sent: TracedNotification, after: number): void {
    const notification_id = sent.id;
    const fanOut = add(
      { kind: 'fan_out', at: sent.createdAt, known: 'began', notification_id, recipients: sent.recipients },
      after,
    );
    const queued = events.find(({ eventId }) => eventId === sent.queuedEventId);
    if (queued) addEvent(queued, fanOut);
    const { withdrawnAt } = sent;
    if (withdrawnAt) add({ kind: 'withdrawn', at: withdrawnAt, known: 'began', notification_id }, fanOut);
    const pushed = add(
      { kind: 'pushed', at: null, known: 'not_recorded', notification_id },
      queued ? lastIndexOf(steps, 'in_log') : fanOut,
    );
    for (const screen of screens.filter((each) => each.notificationId === notification_id)) {
      const about = { notification_id, user_id: screen.userId };
      const arrived = add(
        {
          kind: 'arrived',
          at: screen.arrivedAt,
          known: 'began',
          session_id: screen.sessionId,
          device: describeDevice(screen.userAgent),
          ...about,
        },
        pushed,
      );
      if (!screen.isFirst) continue; // seen and read are the user's, not the screen's
      const seen =
        screen.seenAt && add({ kind: 'seen', at: screen.seenAt, known: 'began', ...about }, arrived);
      // What is taken back counts as read; nobody has read it by that.
      const isRead = screen.readAt && screen.readAt.getTime() !== withdrawnAt?.getTime();
      if (isRead) add({ kind: 'read', at: screen.readAt, known: 'began', ...about }, seen ?? arrived);
    }
  }

  // One id may stand for several requests: a draft is written by one, published by the next.
  const requests = new Map<string, number>();
  function startOf({ request, requestedAt }: TracedEvent): number | null {
    if (requestedAt === null) return null;
    const name = `${requestedAt} ${request}`;
    const started =
      requests.get(name) ?? add({ kind: 'request', at: requestedAt, known: 'received', request }, null);
    requests.set(name, started);
    return started;
  }
  for (const event of events) if (!announced.has(event.eventId)) addEvent(event, startOf(event));
  // Caused by an event that another service wrote, or that the outbox has forgotten: only its effect is known here.
  for (const sent of notifications.filter(({ sourceEventId }) => !known.has(sourceEventId))) {
    const outside = add(
      { kind: 'outside', at: null, known: 'not_recorded', event_id: sent.sourceEventId },
      null,
    );
    const effect = effects.find(({ eventId }) => eventId === sent.sourceEventId);
    addNotification(
      sent,
      effect
        ? add(
            {
              kind: 'effect',
              at: effect.processedAt,
              known: 'began',
              group: effect.group,
              event_id: effect.eventId,
            },
            outside,
          )
        : outside,
    );
  }
  return steps;
}

/** To Kafka the relay notes it a moment later; a group may have had its effect before that. */
function arrivalInLog(
  { relayedAt }: TracedEvent,
  effects: readonly TracedEffect[],
): Pick<TraceStep, 'known'> & { at: Date | null } {
  const first = effects[0]?.processedAt;
  if (first && (!relayedAt || first < relayedAt)) return { at: first, known: 'at_latest' };
  return relayedAt ? { at: relayedAt, known: 'noted' } : { at: null, known: 'not_recorded' };
}

/** Steps of unknown time are passed over: the difference is to the nearest one before that is known. */
function since(steps: readonly TraceStep[], at: string | null, after: number | null): number | null {
  if (at === null || after === null) return null;
  const before = steps[after];
  if (!before) return null;
  return before.at === null ? since(steps, at, before.after) : Date.parse(at) - Date.parse(before.at);
}

const lastIndexOf = (steps: readonly TraceStep[], kind: TraceStep['kind']) =>
  steps.findLastIndex((step) => step.kind === kind);

/** How long the screens took from the fan-out on, over all of them. */
export function summarise(sent: TracedNotification, shownScreens: number): Trace['notifications'][number] {
  return {
    id: sent.id,
    kind: sent.kind,
    recipients: sent.recipients,
    delivered: sent.delivered,
    seen: sent.seen,
    read: sent.read,
    screens: sent.screens,
    shown_screens: shownScreens,
    first_ms: sent.firstMs,
    median_ms: sent.medianMs,
    last_ms: sent.lastMs,
  };
}
