import { v7 as uuidv7 } from 'uuid';
import type { PayloadOf } from '@/lib/contracts/events/catalogue';
import type { CommandView } from '@/lib/contracts/http/notification-command';
import type { SendNotification } from '@/lib/contracts/http/notification-command-requests';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { wrongField } from '../../problem';
import type { SignedIn } from '../../session/authenticate';
import { plainWording } from '../template/read-wordings';
import { type Command, CommandRefused } from './command';
import { insertCommand } from './command-row';
import { judgeCommand } from './judge-command';
import { readCommand } from './list-commands';
import { publishBulk, publishSingle } from './publish-command';
import { publishSchedule } from './publish-schedule';

/** The service that our own commands come from. */
const OWN_SERVICE = 'notification-service';

/**
 * Asks for a notification, as an administrator: it is checked as any service's command is, written down, and published with
 * it; or it waits for its time.
 * @throws {DomainProblem} `request.invalid` naming the field that is not right
 */
export async function requestCommand(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; wish: SendNotification },
): Promise<CommandView> {
  const { actor, correlationId, wish } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const command = commandOf(wish, uuidv7(), correlationId);
    const ready = await judgeCommand(tx, command, false).catch((error: unknown) => {
      if (error instanceof CommandRefused) throw wrongField(fieldOf(error.field), error.code, error.message);
      throw error;
    });
    const missed = 'missed' in ready.recipients ? ready.recipients.missed[0] : undefined;
    if (missed) throw wrongField('target_details', 'unknown', missed.reason);
    if (ready.scheduledAt !== null && Date.parse(ready.scheduledAt) <= Date.now())
      throw wrongField('scheduled_at', 'past', 'Choose a time that is still to come');
    await insertCommand(tx, command, {
      status: ready.scheduledAt === null ? 'queued' : 'scheduled',
      requestedBy: actor.userId,
      title: plainWording(ready.wordings)?.title ?? '',
    });
    publish(tx, command);
    return readCommand(tx, command.id);
  });
}

function publish(tx: EventfulTx, command: Command): void {
  if (command.type === 'SEND_BULK') publishBulk(tx, command.payload);
  else if (command.type === 'SCHEDULE_NOTIFICATION') publishSchedule(tx, command.payload);
  else publishSingle(tx, command.payload);
}

/** One person named is one recipient; everybody else is many. */
function commandOf(wish: SendNotification, id: string, correlationId: string): Command {
  const origin = { id, service: OWN_SERVICE, correlationId, eventId: id };
  const [only, ...more] = wish.target_details.user_ids;
  const content = {
    notification_type: wish.category,
    title: wish.title,
    message: wish.message,
    channels: wish.channels,
    priority: wish.priority,
    template_id: wish.template_id,
    template_data: wish.template_data,
    action_url: wish.action_url,
    scheduled_at: wish.scheduled_at ?? null,
    expires_at: wish.expires_at ?? null,
  };
  if (wish.target_audience === 'users' && only !== undefined && more.length === 0) {
    const type = content.scheduled_at === null ? 'SEND_IN_APP' : 'SCHEDULE_NOTIFICATION';
    const to = { recipient_user_id: only, recipient_email: '', recipient_phone: '' };
    return { ...origin, type, payload: { notification_id: id, ...to, ...content } };
  }
  return {
    ...origin,
    type: 'SEND_BULK',
    payload: { batch_id: id, ...filterOf(wish), ...content, ...noContext },
  };
}

const noContext = { announcement_id: '', announced_revision: 0, course_id: '', group_key: '' };

function filterOf({
  target_audience,
  target_details,
}: SendNotification): Pick<PayloadOf<'SEND_BULK'>, 'recipient_type' | 'recipient_filter'> {
  const { role_names, department_ids, course_ids, user_ids } = target_details;
  const lists = {
    department_ids,
    course_ids,
    program_ids: [],
    group_ids: [],
    role_names,
    semesters: [],
    user_ids,
  };
  // The first list that is filled; the others narrow it.
  const combined =
    role_names.length > 0
      ? 'role'
      : department_ids.length > 0
        ? 'department'
        : course_ids.length > 0
          ? 'course'
          : 'users';
  return {
    recipient_type: target_audience === 'combined' ? combined : target_audience,
    recipient_filter: lists,
  };
}

const fields: readonly (readonly [of: string, as: string])[] = [
  ['recipient', 'target_details'],
  ['notification_type', 'category'],
];

/** The field of the request for one of the command. */
const fieldOf = (field: string) => fields.find(([start]) => field.startsWith(start))?.[1] ?? field;
