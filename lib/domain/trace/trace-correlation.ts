import type { Trace } from '@/lib/contracts/http/trace';
import { DomainProblem } from '@/lib/domain/problem';
import type { SqlTx } from '@/lib/infra/db/sql';
import { notificationsOfCorrelation, screensOfNotifications } from '../notification/queries';
import { buildTrace, summarise } from './build-trace';
import { effectsOfEvents, eventsOfCorrelation } from './trace-events';

const MOST_EVENTS = 200;
const MOST_SCREENS = 100;

/**
 * What became of a request: everything that carries its correlation id, from the database alone.
 * @throws {DomainProblem} `resource.not_found` when nothing is written down of it (any more)
 */
export async function traceCorrelation(
  sql: SqlTx,
  request: { correlationId: string; userId: string | null },
): Promise<Trace> {
  const { correlationId } = request;
  const { events, total } = await eventsOfCorrelation(sql, correlationId, MOST_EVENTS);
  const notifications = await notificationsOfCorrelation(sql, correlationId);
  if (events.length === 0 && notifications.length === 0) throw new DomainProblem('resource.not_found');
  const eventIds = new Set([
    ...events.map(({ eventId }) => eventId),
    ...notifications.map(({ sourceEventId }) => sourceEventId),
  ]);
  const [effects, screens] = await Promise.all([
    effectsOfEvents(sql, [...eventIds]),
    screensOfNotifications(sql, {
      notificationIds: notifications.map(({ id }) => id),
      first: request.userId,
      limit: MOST_SCREENS,
    }),
  ]);
  return {
    correlation_id: correlationId,
    steps: buildTrace({ events, effects, notifications, screens }),
    notifications: notifications.map((sent) =>
      summarise(sent, screens.filter(({ notificationId }) => notificationId === sent.id).length),
    ),
    more_events: total - events.length,
  };
}
