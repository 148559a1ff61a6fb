import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandKey } from '@/lib/client/notification-command/command-key';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { encodeEvent } from '@/lib/contracts/events/wire';
import type { CommandView } from '@/lib/contracts/http/notification-command';
import { SendNotification } from '@/lib/contracts/http/notification-command-requests';
import { listCommands } from '@/lib/domain/notification/command/list-commands';
import { requestCommand } from '@/lib/domain/notification/command/request-command';
import { withdrawCommand } from '@/lib/domain/notification/command/withdraw-command';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import { WHOLE_LIST } from '@/lib/infra/http/keyset-cursor';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { verifyAction } from './verify-action';

describe.each(testEngines())('commands for notifications on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let boardShown: CommandView[] = [];

  beforeAll(async () => {
    campus = await openLiveCampus(engine);
    const { screens, database } = campus;
    await screens.admin.openPart({
      queryKey: commandKey,
      read: async () => {
        boardShown = (await listCommands(database.sql, WHOLE_LIST)).items;
        return boardShown;
      },
    });
  }, 90_000);
  afterAll(() => campus.close());

  const told = (screen: LiveScreen, title: string) =>
    screen.shown().notifications.filter((row) => row.title === title).length;
  const send = (given: object) => {
    const wish = SendNotification.parse({ channels: ['in_app'], ...given });
    const { actor, unitOfWork } = campus.author;
    return requestCommand(unitOfWork, { actor, correlationId: randomUUID(), wish });
  };
  const onBoard = (title: string) => boardShown.find((each) => each.title === title);

  it('an administrator sends: the audience sees it and nobody else, and the board follows', async () => {
    const { screens, all, database, cs } = campus;
    const target = { target_audience: 'department', target_details: { department_ids: [cs] } };
    await verifyAction(
      database,
      all,
      () => send({ title: 'Lab closed', ...target }),
      (screen) => {
        const isReader = screen === screens.cs || screen === screens.csOtherDevice;
        return screen === screens.admin
          ? onBoard('Lab closed')?.channels[0]?.delivered === 1
          : told(screen, 'Lab closed') === (isReader ? 1 : 0);
      },
    );
    expect(onBoard('Lab closed')).toMatchObject({
      status: 'queued',
      recipients: 1,
      service: 'notification-service',
    });
  });

  it('what is scheduled for one person waits, is cancelled, and its board says so', async () => {
    const { screens, all, database, inMe, author } = campus;
    const target = { target_audience: 'users', target_details: { user_ids: [inMe.id] } };
    const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
    let id = '';
    const statusIs = (status: string) => (screen: LiveScreen) =>
      screen !== screens.admin || onBoard('Not yet')?.status === status;
    await verifyAction(
      database,
      all,
      async () => {
        ({ id } = await send({ title: 'Not yet', ...target, scheduled_at }));
      },
      statusIs('scheduled'),
    );
    const withdraw = () =>
      withdrawCommand(author.unitOfWork, {
        actor: author.actor,
        correlationId: randomUUID(),
        id,
        reason: '',
      });
    await verifyAction(database, all, withdraw, statusIs('cancelled'));
    await expect(withdraw()).rejects.toMatchObject({ code: 'notification.not_scheduled' });
    expect(told(screens.me, 'Not yet')).toBe(0);
    const { rows } = await database.sql.query<{ event_type: string }>(
      `SELECT event_type FROM outbox_event WHERE topic = 'notification.status' AND value::jsonb #>> '{payload,queue_id}' = $1
       ORDER BY id`,
      [id],
    );
    expect(rows.map((row) => row.event_type)).toEqual(['NOTIFICATION_QUEUED', 'NOTIFICATION_FAILED']);
  });

  it('another service’s command, put on the log by hand, is delivered once and answered under its name', async () => {
    const { screens, all, database, inMe, brokers } = campus;
    const example = exampleEnvelope('SEND_IN_APP');
    const name = `loan-${randomUUID()}`;
    const event = {
      ...example,
      event_type: 'SEND_NOTIFICATION',
      service_name: 'library-service',
      payload: {
        ...example.payload,
        notification_id: name,
        recipient_user_id: inMe.id,
        title: 'Your book is due',
        template_id: '',
        template_data: null,
      },
    };
    const log = openEventLog({ brokers, database, clientId: 'library-service' });
    const records = [1, 2, 3].map(() => ({
      topic: 'notification.commands',
      key: name,
      value: JSON.stringify({ ...event, event_id: randomUUID() }),
    }));
    await verifyAction(
      database,
      all,
      () => log.append(records),
      (screen) =>
        screen === screens.me
          ? told(screen, 'Your book is due') === 1
          : screen !== screens.admin || onBoard('Your book is due')?.channels[0]?.delivered === 1,
    );
    const answers = async () => {
      const found: string[] = [];
      const reader = await log.subscribe({
        groupId: `library-${randomUUID()}`,
        topics: ['notification.status'],
        startFrom: 'earliest',
        async onBatch(batch) {
          for (const record of batch.records) {
            const { event_type, payload } = JSON.parse(new TextDecoder().decode(record.value ?? undefined));
            if (payload.queue_id === name) found.push(event_type);
            await batch.markDone(record.offset);
          }
        },
      });
      await vi.waitFor(() => expect(found).toHaveLength(3), { timeout: 20_000 });
      await reader.stop();
      return found;
    };
    expect(await answers()).toEqual(Array.from({ length: 3 }, () => 'NOTIFICATION_QUEUED'));
    expect(onBoard('Your book is due')).toMatchObject({ service: 'library-service', recipients: 1 });

    const unknown = { ...example, event_id: randomUUID(), service_name: 'library-service' };
    await log.append([{ topic: 'notification.commands', key: 'x', value: encodeEvent(unknown) }]);
    await vi.waitFor(
      async () => {
        const { rows } = await database.sql.query(
          `SELECT 1 FROM outbox_event WHERE event_type = 'NOTIFICATION_FAILED' AND value::jsonb #>> '{payload,queue_id}' = $1`,
          [example.payload.notification_id],
        );
        expect(rows).toHaveLength(1);
      },
      { timeout: 20_000 },
    );
    await log.close();
  });
});
