import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { notificationKeys } from '@/lib/client/notification/notification-keys';
import { NotificationTrail } from '@/lib/contracts/http/notification-trail';
import { markRead } from '@/lib/domain/notification/mark-read';
import { readTrail } from '@/lib/domain/notification-channel/queries';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createRelayWake } from '@/lib/infra/outbox/wake-relay';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { verifyAction } from './verify-action';

describe.each(testEngines())('an open trail on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let id: string;

  beforeAll(async () => {
    campus = await openLiveCampus(engine);
    const { author, screens } = campus;
    await author.publish((await author.draft({ title: 'Followed' })).id);
    const find = (screen: LiveScreen) =>
      screen.shown().notifications.find((each) => each.title === 'Followed')?.id;
    await vi.waitFor(
      async () => {
        id = find(screens.cs) ?? '';
        const { rows } = await campus.database.sql.query(
          'SELECT 1 FROM notification_arrival WHERE notification_id = $1 AND user_id = $2',
          [id || randomUUID(), campus.inCs.id],
        );
        expect(rows).toHaveLength(2);
      },
      { timeout: 20_000 },
    );
    for (const screen of [screens.cs, screens.csOtherDevice])
      await screen.openPart({
        queryKey: notificationKeys.trail(id),
        read: (reader) => readTrail(campus.database.sql, { id, userId: reader.userId, by: reader }),
      });
  }, 90_000);
  afterAll(() => campus.close());

  const trailOn = (screen: LiveScreen) => NotificationTrail.safeParse(screen.shown().parts[0]).data;
  const isOpen = (screen: LiveScreen) => screen.parts.length > 0;
  const queue = (channel: string, address: string) => () =>
    campus.database.sql.query(
      `INSERT INTO notification_delivery (id, notification_id, user_id, channel, address, next_try_at)
       VALUES ($1, $2, $3, $4::notification_channel, $5, now() - interval '1 minute')`,
      [randomUUID(), id, campus.inCs.id, channel, address],
    );
  const statusOn = (screen: LiveScreen, channel: string) =>
    trailOn(screen)?.deliveries.find((each) => each.channel === channel)?.status;

  it('shows that it was sent, on each device', async () => {
    await verifyAction(
      campus.database,
      campus.all,
      queue('email', 'ada@test.example'),
      (screen) => !isOpen(screen) || statusOn(screen, 'email') === 'sent',
    );
  });

  it('shows that it failed, and why', async () => {
    await verifyAction(
      campus.database,
      campus.all,
      queue('sms', ''),
      (screen) => !isOpen(screen) || statusOn(screen, 'sms') === 'failed',
    );
    expect(trailOn(campus.screens.cs)?.deliveries).toContainEqual(
      expect.objectContaining({ channel: 'sms', error: 'no address' }),
    );
  });

  it('shows that it was read elsewhere', async () => {
    const { database } = campus;
    const unitOfWork = createUnitOfWork(
      database,
      createRelayWake(database.sql, () => undefined),
    );
    await verifyAction(
      database,
      campus.all,
      () => markRead(unitOfWork, { userId: campus.inCs.id, id, correlationId: '' }),
      (screen) => !isOpen(screen) || trailOn(screen)?.in_app?.read_at != null,
    );
    expect(trailOn(campus.screens.cs)?.in_app).toMatchObject({ screen_count: 2, is_never_shown: false });
  });
});
