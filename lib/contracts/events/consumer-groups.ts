import type { EventType, EventTypeOfTopic, TopicName } from './catalogue';

interface ConsumerGroup {
  readonly service: string;
  readonly topics: readonly TopicName[];
}

/** The consumer groups of the contract. */
export const consumerGroups = {
  'user-service-group': { service: 'User Service', topics: [] },
  'content-service-group': { service: 'Content Service', topics: ['user.events'] },
  'notification-service-group': {
    service: 'Notification Service',
    topics: [
      'notification.commands',
      'user.events',
      'content.events',
      'attendance.events',
      'announcement.events',
    ],
  },
  'course-service-group': { service: 'Course Service', topics: ['user.events'] },
  'timetable-service-group': { service: 'Timetable Service', topics: ['course.events'] },
  'attendance-service-group': {
    service: 'Attendance Service',
    topics: ['timetable.events', 'course.events', 'enrollment.events'],
  },
  'announcement-service-group': { service: 'Announcement Service', topics: ['user.events'] },
  'communication-service-group': {
    service: 'Communication Service',
    topics: ['user.events', 'course.events'],
  },
  'analytics-service-group': {
    service: 'Analytics Service',
    // "All event topics", but not its own output, nor the dead letters: they are no events.
    topics: [
      'user.events',
      'auth.events',
      'content.events',
      'notification.commands',
      'notification.status',
      'course.events',
      'enrollment.events',
      'timetable.events',
      'attendance.events',
      'announcement.events',
      'communication.events',
    ],
  },
} as const satisfies Record<string, ConsumerGroup>;

export type GroupId = keyof typeof consumerGroups;

export type EventTypeOfGroup<G extends GroupId> = Extract<
  EventTypeOfTopic<(typeof consumerGroups)[G]['topics'][number]>,
  EventType
>;

/**
 * The shape of a consumer's handlers, as a function of the event type. TypeScript has no type parameter for that,
 * so it is an interface whose `handler` speaks of `this['type']`:
 *
 *     interface MyHandler extends HandlerShape {
 *       readonly handler: (event: Envelope<this['type']>, context: MyContext) => Promise<Outcome>;
 *     }
 */
export interface HandlerShape {
  readonly type: EventType;
  readonly handler: unknown;
}

/** The handler of the shape for one event type. */
export type HandlerOf<T extends EventType, Shape extends HandlerShape> = (Shape & {
  readonly type: T;
})['handler'];

/** One row, a handler or `'ignore'`, for each of the event types: a missing, foreign or ill-typed row does not compile. */
export type HandlersFor<T extends EventType, Shape extends HandlerShape> = [T] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Type in T]: HandlerOf<Type, Shape> | 'ignore' };

/** The rows a consumer group must have: all event types of its topics. */
export type HandlerTable<G extends GroupId, Shape extends HandlerShape> = HandlersFor<
  EventTypeOfGroup<G>,
  Shape
>;
