import type { GroupId } from '@/lib/contracts/events/consumer-groups';
import type { Subscription } from '@/lib/infra/event-log/port';
import { attendanceTable } from './groups/attendance-service-group/attendance-table';
import { notificationTable } from './groups/notification-service-group/notification-table';
import { type GroupServices, runGroup } from './run-group';

/** The groups of the contract that run here. */
export const domainGroups = [
  'notification-service-group',
  'attendance-service-group',
] as const satisfies GroupId[];

type DomainGroup = (typeof domainGroups)[number];

/** Runs them in this process; resolves when each is subscribed. */
export async function runDomainGroups(services: GroupServices): Promise<[DomainGroup, Subscription][]> {
  const [notified, attended] = await Promise.all([
    runGroup('notification-service-group', notificationTable, services),
    runGroup('attendance-service-group', attendanceTable, services),
  ]);
  return [
    ['notification-service-group', notified],
    ['attendance-service-group', attended],
  ];
}

/** Sets the gauges of how many records each of them still has to read. */
export async function measureLag({ log, metrics }: Pick<GroupServices, 'log' | 'metrics'>): Promise<void> {
  for (const group of domainGroups)
    for (const { topic, partition, lag } of await log.lag(group))
      metrics.lag.set({ topic, consumer_group: group, partition: String(partition) }, lag);
}
