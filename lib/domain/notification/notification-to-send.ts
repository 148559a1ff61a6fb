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
}

/** The ways that a reader's preferences choose from where the sender does not say. Text messages cost: those are asked for. */
export const ordinaryChannels = ['in_app', 'email', 'push'] as const satisfies NotificationChannel[];

export interface Written {
  readonly created_at: Date;
  readonly recipients: number;
  /** Those who are not shown it now. */
  readonly held: readonly string[];
}
