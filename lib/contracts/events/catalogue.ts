import type * as z from 'zod';
import type { EventDefinition } from './define-event';
import { analyticsEvents } from './topics/analytics-events';
import { announcementEvents } from './topics/announcement-events';
import { attendanceEvents } from './topics/attendance-events';
import { authEvents } from './topics/auth-events';
import { communicationEvents } from './topics/communication-events';
import { contentEvents } from './topics/content-events';
import { courseEvents } from './topics/course-events';
import { dlqEvents } from './topics/dlq-events';
import { enrollmentEvents } from './topics/enrollment-events';
import { notificationCommands } from './topics/notification-commands';
import { notificationStatus } from './topics/notification-status';
import { timetableEvents } from './topics/timetable-events';
import { userEvents } from './topics/user-events';

/** Every topic of the contract, in its order. The single source: all types, tables and documents derive from it. */
export const catalogue = {
  'user.events': userEvents,
  'auth.events': authEvents,
  'content.events': contentEvents,
  'notification.commands': notificationCommands,
  'notification.status': notificationStatus,
  'course.events': courseEvents,
  'enrollment.events': enrollmentEvents,
  'timetable.events': timetableEvents,
  'attendance.events': attendanceEvents,
  'announcement.events': announcementEvents,
  'communication.events': communicationEvents,
  'analytics.events': analyticsEvents,
  'dlq.events': dlqEvents,
};

export type TopicName = keyof typeof catalogue;

/** The event types of a topic (of any of several, when N is a union). */
export type EventTypeOfTopic<N extends TopicName> = {
  [Name in N]: keyof (typeof catalogue)[Name]['events'] & string;
}[N];

export type EventType = EventTypeOfTopic<TopicName>;

const definitions = {
  ...userEvents.events,
  ...authEvents.events,
  ...contentEvents.events,
  ...notificationCommands.events,
  ...notificationStatus.events,
  ...courseEvents.events,
  ...enrollmentEvents.events,
  ...timetableEvents.events,
  ...attendanceEvents.events,
  ...announcementEvents.events,
  ...communicationEvents.events,
  ...analyticsEvents.events,
} satisfies Record<EventType, EventDefinition>;

type Definitions = typeof definitions;

/** What a handler gets: every field of the contract, absent ones as '', 0, [] or null. */
export type PayloadOf<T extends EventType> = z.output<Definitions[T]['payload']>;

/** What a producer gives. */
export type PayloadInput<T extends EventType> = z.input<Definitions[T]['payload']>;

/** The entry of one type. Schema and type stay together also for a generic T. */
export interface DefinitionOf<T extends EventType> extends EventDefinition {
  readonly payload: z.ZodObject & z.ZodType<PayloadOf<T>, PayloadInput<T>>;
  readonly example: PayloadInput<T>;
}

const definitionByType: { readonly [T in EventType]: DefinitionOf<T> } = definitions;

export function eventDefinition<T extends EventType>(type: T): DefinitionOf<T> {
  return definitionByType[type];
}

export function isEventType(name: string): name is EventType {
  return Object.hasOwn(definitions, name);
}

function isTopicName(name: string): name is TopicName {
  return Object.hasOwn(catalogue, name);
}

export const topicNames: readonly TopicName[] = Object.keys(catalogue).filter(isTopicName);

export const eventTypes: readonly EventType[] = Object.keys(definitions).filter(isEventType);

const topicByType = new Map<string, TopicName>(
  topicNames.flatMap((name) => Object.keys(catalogue[name].events).map((type) => [type, name] as const)),
);

export function topicOf(type: EventType): TopicName {
  const name = topicByType.get(type);
  if (!name) throw new Error(`No topic holds the event type ${type}`);
  return name;
}
