import { catalogue } from '@/lib/contracts/events/catalogue';
import type { Envelope } from '@/lib/contracts/events/envelope';
import { cancelCommand } from '@/lib/domain/notification/command/cancel-command';
import { NAME_LENGTH, type SingleType } from '@/lib/domain/notification/command/command';
import { type Taken, takeCommand } from '@/lib/domain/notification/command/take-command';
import { quoteText } from '@/server/notifications/quote-text';
import { type HandlerContext, type Outcome, outcome } from '../../outcome';

const [ownService] = catalogue['notification.commands'].producers;

/** Tells one recipient, now or later, by the channels that the command names as far as the reader wants them. */
export async function onSingleCommand(event: Envelope<SingleType>, { tx }: HandlerContext): Promise<Outcome> {
  const { payload, event_type: type } = event;
  if (!isName(payload.notification_id)) return outcome.dead('the notification_id is no name of a command');
  return said(
    await takeCommand(
      tx,
      { ...originOf(event), id: payload.notification_id, type, payload },
      { isOwnBulk: false },
    ),
  );
}

/** Sends one text to many. Of an announcement, whose text is Markdown, it quotes the words. */
export async function onSendBulk(event: Envelope<'SEND_BULK'>, { tx }: HandlerContext): Promise<Outcome> {
  const { payload } = event;
  if (!isName(payload.batch_id)) return outcome.dead('the batch_id is no name of a command');
  const message = payload.announcement_id === '' ? payload.message : quoteText(payload.message);
  return said(
    await takeCommand(
      tx,
      { ...originOf(event), id: payload.batch_id, type: 'SEND_BULK', payload: { ...payload, message } },
      { isOwnBulk: event.service_name === ownService },
    ),
  );
}

/** Takes back what is scheduled and not sent yet. */
export async function onCancelNotification(
  event: Envelope<'CANCEL_NOTIFICATION'>,
  { tx }: HandlerContext,
): Promise<Outcome> {
  const { notification_id, batch_id, reason } = event.payload;
  const id = notification_id || batch_id;
  if (!isName(id)) return outcome.dead('the command names nothing to cancel');
  await cancelCommand(tx, { id, reason });
  return outcome.done();
}

const isName = (id: string) => id !== '' && id.length <= NAME_LENGTH && !id.includes('\u0000');

const originOf = (event: Envelope<SingleType | 'SEND_BULK'>) => ({
  service: event.service_name,
  correlationId: event.correlation_id.replaceAll('\u0000', ''),
  eventId: event.event_id,
});

const said = (taken: Taken): Outcome =>
  taken === 'answered again' ? outcome.skip('a command of this name was taken before') : outcome.done();
