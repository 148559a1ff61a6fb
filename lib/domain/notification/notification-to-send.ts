import { catalogue, type EventType, topicOf } from '@/lib/contracts/events/catalogue';
import type { Priority } from '@/lib/contracts/http/announcement';
import type { NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { Audience } from './audience';

export interface NotificationToSend {
  /** Its id where its sender has named it; a new one otherwise. */
  readonly id?: string;
  /** The event that caused it: with `kind` the notification's identity, so a redelivered event sends nothing twice. */
  readonly sourceEventId: string;
  readonly kind: string;
  readonly title: string;
  readonly message: string;
  readonly priority: Priority;
  readonly actionUrl: string;
  readonly correlationId: string;
  readonly audience: Audience;
  /** The announcement of this database that it tells of, and which of its announced revisions. */
  readonly announcement?: { readonly id: string; readonly revision: number } | undefined;
  /** Earlier notifications of the same people that are not true any more. */
  readonly withdraws?: readonly string[];
  /** The ways it may go, as far as each reader's preferences let it. */
  readonly channels?: readonly NotificationChannel[];
  /** The course of this database that it is about. */
  readonly courseId?: string | null;
  /** Those of one group are shown as one. */
  readonly groupKey?: string;
  /** The sender's name for it: a second one of that name is not sent. */
  readonly commandId?: string | null;
  /** Tells apart the notifications that one command makes, one in each language. */
  readonly commandPart?: string;
  readonly expiresAt?: string | null;
  /** What the event was, for who asks why they got it. */
  readonly source?: NotificationSource;
  /** Tells of what was held back: it goes by the channels named, whatever its reader prefers. */
  readonly isRelease?: boolean;
}

/** The event behind a notification: its type, the service that emitted it, and when. */
export interface NotificationSource {
  /** Where it is another than the one that makes the notification's identity. */
  readonly event_id?: string;
  readonly event_type: string;
  readonly service: string;
  readonly at: string;
}

/** Why there is a notification, as it is kept with it. */
export interface NotificationCause extends Partial<NotificationSource> {
  readonly channels: readonly NotificationChannel[];
  readonly audience: Omit<Audience, 'user_ids'> & { readonly users: number };
}

export const sourceOf = (event: {
  event_type: string;
  timestamp: string;
  service_name: string;
}): NotificationSource => ({
  event_type: event.event_type,
  service: event.service_name,
  at: event.timestamp,
});

/** Of an event that is published with the notification itself. */
export const sourceOfOwn = (type: EventType): NotificationSource => ({
  event_type: type,
  service: catalogue[topicOf(type)].producers[0],
  at: new Date().toISOString(),
});

/** The ways that a reader's preferences choose from where the sender does not say. Text messages cost: those are asked for. */
export const ordinaryChannels = ['in_app', 'email', 'push'] as const satisfies NotificationChannel[];

export interface Written {
  readonly created_at: Date;
  readonly recipients: number;
  /** Those who are not shown it now. */
  readonly held: readonly string[];
}
