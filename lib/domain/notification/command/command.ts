import { v5 as uuidv5 } from 'uuid';
import type { PayloadOf } from '@/lib/contracts/events/catalogue';
import { isUuid } from '@/lib/infra/db/is-uuid';

export const singleTypes = [
  'SEND_EMAIL',
  'SEND_SMS',
  'SEND_PUSH',
  'SEND_IN_APP',
  'SCHEDULE_NOTIFICATION',
] as const;
export type SingleType = (typeof singleTypes)[number];

/** Where a command comes from. */
interface Origin {
  /** The sender's name for it: `notification_id` or `batch_id`. */
  readonly id: string;
  readonly service: string;
  readonly correlationId: string;
  /** The event that brings it. */
  readonly eventId: string;
}

export type SingleCommand = Origin & { readonly type: SingleType; readonly payload: PayloadOf<SingleType> };
export type BulkCommand = Origin & { readonly type: 'SEND_BULK'; readonly payload: PayloadOf<'SEND_BULK'> };

/** A wish that somebody be told something, as any service may send it. */
export type Command = SingleCommand | BulkCommand;

/** The longest name a command can have. */
export const NAME_LENGTH = 200;

const NAMESPACE = '7b0a6a52-5f0f-4c43-9d0e-5f3f8a6f2a11';

/** The id of the notification that a command makes: the sender's own name where that is a UUID, else one made of it. */
export const notificationIdOf = (commandId: string): string =>
  isUuid(commandId) ? commandId.toLowerCase() : uuidv5(commandId, NAMESPACE);

/** Why a command is not carried out. Thrown before anything of it is written. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  constructor(
    /** The field of the command that is not right. */
    readonly field: string,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
