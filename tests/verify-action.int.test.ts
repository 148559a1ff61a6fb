import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { consumerGroups } from '@/lib/contracts/events/consumer-groups';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { encodeEvent } from '@/lib/contracts/events/wire';
import { changeState } from '@/lib/domain/notification/change-state';
import { markAllRead, markRead } from '@/lib/domain/notification/mark-read';
import { markSeen } from '@/lib/domain/notification/mark-seen';
import { signOut } from '@/lib/domain/session/sign-out';
import { changeProfile } from '@/lib/domain/user/change-profile';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { verifyAction } from './verify-action';

describe.each(testEngines())('actions and their pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let database: LiveCampus['database'];
  let author: LiveCampus['author'];
  let screens: LiveCampus['screens'];
  let all: LiveCampus['all'];
  let inCs: LiveCampus['inCs'];
  let inMe: LiveCampus['inMe'];

  beforeAll(async () => {
    campus = await openLiveCampus(engine);
    ({ database, author, screens, all, inCs, inMe } = campus);
  }, 90_000);
  afterAll(() => campus.close());
  const titles = (screen: LiveScreen) => screen.shown().notifications.map((row) => row.title);

  it('publishes to a department: its people on every device, nobody else', async () => {
    const draft = await author.draft({
      title: 'Lab moves',
      target_audience: 'department',
      target_details: { department_ids: ['CS'] },
    });
    const correlationId = `test-${randomUUID()}`;
    await verifyAction(
      database,
      all,
      () => author.publish(draft.id, {}, correlationId),
      (screen) => titles(screen).includes('Lab moves') === (screen.user.id === inCs.id),
    );
    expect(titles(screens.cs)).toEqual(['Lab moves']);
    expect(titles(screens.csOtherDevice)).toEqual(['Lab moves']);
    expect(screens.cs.shown().notifications[0]?.correlation_id).toBe(correlationId);
    expect(screens.cs.shown().announcements[0]?.target_details.department_ids).toEqual([]);
    // What the others did not get is proved by something later that they do get.
    const toAll = await author.draft({ title: 'For all' });
    await verifyAction(
      database,
      all,
      () => author.publish(toAll.id),
      (screen) => titles(screen).includes('For all'),
    );
    expect(titles(screens.me)).toEqual(['For all']);
    expect([...screens.me.told.values()]).toEqual([1]);
  });

  it.each([
    [
      'a role',
      { target_audience: 'role', target_details: { role_names: ['student'] } },
      ['cs', 'csOtherDevice', 'me'],
    ],
    ['users', { target_audience: 'users', target_details: { user_ids: ['me'] } }, ['me']],
  ] as const)('publishes to %s', async (_audience, target, reached) => {
    const title = `To ${target.target_audience}`;
    const details =
      'user_ids' in target.target_details
        ? { user_ids: [inMe.id] }
        : { role_names: [...target.target_details.role_names] };
    const draft = await author.draft({
      title,
      target_audience: target.target_audience,
      target_details: details,
    });
    const meant = reached.map((name) => screens[name]);
    await verifyAction(
      database,
      all,
      () => author.publish(draft.id),
      (screen) => titles(screen).includes(title) || !meant.includes(screen),
    );
    for (const screen of all) expect(titles(screen).includes(title)).toBe(meant.includes(screen));
  });

  it('chooses a language: the user’s other device follows, nobody else', async () => {
    const change = { locale: 'de' as const, time_zone: 'Europe/Vienna' };
    await verifyAction(
      database,
      all,
      () => changeProfile(author.unitOfWork, { userId: inCs.id, change, correlationId: 'test' }),
      (screen) => (screen.shown().me?.locale === 'de') === (screen.user.id === inCs.id),
    );
    expect(screens.csOtherDevice.shown().me).toMatchObject(change);
  });

  it('marks one as read: the user’s other device follows', async () => {
    const id = screens.cs.shown().notifications[0]?.id ?? '';
    const isRead = (screen: LiveScreen) =>
      screen.shown().notifications.find((row) => row.id === id)?.read_at !== null ||
      screen.user.id !== inCs.id;
    const mark = () => markRead(author.unitOfWork, { userId: inCs.id, id, correlationId: 'read' });
    await verifyAction(database, [screens.cs, screens.csOtherDevice], mark, isRead);
  });

  it('marks all as read: every device of the user, nobody else’s', async () => {
    const before = screens.me.shown().unread;
    const mark = () => markAllRead(author.unitOfWork, { userId: inCs.id, correlationId: 'read' });
    await verifyAction(
      database,
      all,
      mark,
      (screen) => screen.shown().unread === 0 || screen.user.id !== inCs.id,
    );
    expect(screens.me.shown().unread).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  it.each([
    ['unread', 'unread'],
    ['archived', 'archive'],
  ] as const)('makes one %s: the user’s other device follows, nobody else', async (change, tab) => {
    const id = screens.cs.shown().notifications[0]?.id ?? '';
    const isThere = (screen: LiveScreen) => screen.shown().inboxTabs[tab]?.some((row) => row.id === id);
    await verifyAction(
      database,
      all,
      () => changeState(author.unitOfWork, { userId: inCs.id, id, change, correlationId: change }),
      (screen) => isThere(screen) || screen.user.id !== inCs.id,
    );
    expect(screens.csOtherDevice.shown().unread).toBe(change === 'unread' ? 1 : 0);
  });

  it('restores one from the archive on the user’s other device', async () => {
    const id = screens.cs.shown().inboxTabs.archive?.[0]?.id ?? '';
    const change = 'restored' as const;
    await verifyAction(
      database,
      all,
      () => changeState(author.unitOfWork, { userId: inCs.id, id, change, correlationId: change }),
      (screen) => screen.shown().inboxTabs.archive?.length === 0,
    );
    expect(screens.csOtherDevice.shown().unread).toBe(1);
  });

  it('sees several at once: they are seen on every device, and as unread as before', async () => {
    const unread = screens.me.shown().unread;
    const ids = screens.me.shown().notifications.map((row) => row.id);
    await verifyAction(
      database,
      all,
      () => markSeen(author.unitOfWork, { userId: inMe.id, ids, correlationId: 'seen' }),
      (screen) => screen !== screens.me || screen.shown().notifications.every((row) => row.seen_at !== null),
    );
    expect(screens.me.shown().unread).toBe(unread);
    expect(unread).toBeGreaterThan(0);
  });

  it('records each arrival once, as the browsers acknowledge it', async () => {
    await vi.waitFor(
      async () => {
        const { rows } = await database.sql.query<{ open: number }>(
          `SELECT count(*)::int AS open FROM notification_recipient WHERE delivered_at IS NULL`,
        );
        expect(rows[0]?.open).toBe(0);
      },
      { timeout: 20_000 },
    );
    const { rows } = await database.sql.query<{ recipients: number; events: number }>(
      `SELECT (SELECT count(*)::int FROM notification_recipient) AS recipients,
        (SELECT count(*)::int FROM outbox_event WHERE event_type = 'NOTIFICATION_DELIVERED'
          AND value::jsonb -> 'payload' ->> 'status' = 'delivered') AS events`,
    );
    expect(rows[0]?.events).toBe(rows[0]?.recipients);
  });

  it('shows what another service publishes, in the right browser', async () => {
    const example = exampleEnvelope('ANNOUNCEMENT_PUBLISHED');
    const event = {
      ...example,
      event_id: randomUUID(),
      service_name: 'bulletin-service',
      payload: {
        ...example.payload,
        title: 'From elsewhere',
        target_audience: 'department',
        target_details: {
          department_ids: [campus.cs],
          program_ids: null,
          course_ids: null,
          group_ids: null,
          user_ids: null,
        },
      },
    };
    const log = openEventLog({ brokers: campus.brokers, database, clientId: 'bulletin-service' });
    await log.append([{ topic: 'announcement.events', key: 'x', value: encodeEvent(event) }]);
    await vi.waitFor(() => expect(titles(screens.cs)).toContain('From elsewhere'), { timeout: 20_000 });
    expect(titles(screens.me)).not.toContain('From elsewhere');
    await log.close();
  });

  it('measures what it does, by the contract’s names', async () => {
    const figures = (
      await Promise.all(campus.bffs.map(async ({ origin }) => (await fetch(`${origin}/metrics`)).text()))
    ).join('\n');
    for (const name of [
      'kafka_messages_produced_total{topic="announcement.events",event_type="ANNOUNCEMENT_PUBLISHED"}',
      'kafka_messages_consumed_total{topic="announcement.events",consumer_group="notification-service-group",event_type="ANNOUNCEMENT_PUBLISHED"}',
      'kafka_message_processing_duration_seconds_count{topic="announcement.events",event_type="ANNOUNCEMENT_PUBLISHED"}',
      'nimbusu_pushes_total{push="notification:created"}',
    ]) {
      const values = figures.split('\n').filter((line) => line.startsWith(`${name} `));
      expect(Math.max(...values.map((line) => Number(line.split(' ').at(-1)))), name).toBeGreaterThan(0);
    }
    for (const topic of consumerGroups['notification-service-group'].topics)
      expect(figures).toContain(
        `kafka_consumer_lag{topic="${topic}",consumer_group="notification-service-group"`,
      );
    for (const name of [
      'kafka_producer_errors_total',
      'kafka_consumer_errors_total',
      'kafka_dlq_messages_total',
    ])
      expect(figures).toContain(`# TYPE ${name} counter`);
  });

  it('cuts the sockets of a session that signs out, and only those', async () => {
    const { id: userId, sessionId } = inCs;
    await signOut(author.unitOfWork, { userId, sessionId, correlationId: 'bye' });
    await vi.waitFor(() => expect(screens.cs.isLive()).toBe(false), { timeout: 20_000 });
    expect(screens.csOtherDevice.isLive()).toBe(true);
  });
});
