import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preferenceKeys } from '@/lib/client/notification-preference/preference-keys';
import { changeMany } from '@/lib/domain/notification/change-many';
import { changeSettings } from '@/lib/domain/notification-preference/change-settings';
import { readNotificationSettings } from '@/lib/domain/notification-preference/queries';
import { unsubscribe } from '@/lib/domain/notification-preference/unsubscribe';
import { createUnsubscribeTokens } from '@/lib/infra/mail/unsubscribe-token';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { holdWorld } from './hold-world';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { verifyAction } from './verify-action';

const timeZone = 'Europe/Vienna';

describe.each(testEngines())('what is held back, and its pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let world: ReturnType<typeof holdWorld>;
  beforeAll(async () => {
    campus = await openLiveCampus(engine);
    world = holdWorld({ sql: campus.database.sql, unitOfWork: campus.author.unitOfWork });
  }, 90_000);
  afterAll(() => campus.close());

  const verify = (act: () => Promise<unknown>, reached: (screen: LiveScreen) => boolean) =>
    verifyAction(campus.database, campus.all, act, reached);
  const isMine = (screen: LiveScreen) => screen.user.id === campus.inCs.id;
  const inbox = (screen: LiveScreen) => screen.shown().notifications;
  const change = (body: Parameters<typeof changeMany>[1]['change']) =>
    changeMany(campus.student.unitOfWork, {
      userId: campus.inCs.id,
      correlationId: randomUUID(),
      change: body,
    });

  it('five that are held show on no screen of their reader, and come with one brief', async () => {
    await world.quiet(campus.inCs.id);
    await verify(
      async () => {
        for (let i = 0; i < 5; i += 1)
          await world.send({ to: [campus.inCs.id, campus.inMe.id], title: `Notice ${i}` });
      },
      (screen) => inbox(screen).length === (screen === campus.screens.me ? 5 : 0),
    );
    await verify(
      () => world.pass(campus.inCs.id, 'hold'),
      (screen) => !isMine(screen) || (inbox(screen).length === 6 && screen.shown().unread === 6),
    );
    expect(inbox(campus.screens.cs)[0]).toMatchObject({ kind: 'brief', title: '5 while it was quiet' });
    expect([...campus.screens.cs.told.keys()]).toEqual([inbox(campus.screens.cs)[0]?.id]);
  });

  it('one that is put off goes from all screens, and comes back at the top, unread', async () => {
    const id = inbox(campus.screens.cs)[3]?.id ?? '';
    await verify(
      () => change({ ids: [id], change: 'read' }),
      (screen) => !isMine(screen) || screen.shown().unread === 5,
    );
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await verify(
      () => change({ ids: [id], change: 'snoozed', until }),
      (screen) => !isMine(screen) || inbox(screen).length === 5,
    );
    await verify(
      () => world.pass(campus.inCs.id, 'snooze'),
      (screen) => !isMine(screen) || (inbox(screen)[0]?.id === id && screen.shown().unread === 6),
    );
    await verify(
      () => change({ ids: [id], change: 'snoozed', until }),
      (screen) => !isMine(screen) || inbox(screen).length === 5,
    );
    await verify(
      () => change({ ids: [id], change: 'woken' }),
      (screen) => !isMine(screen) || inbox(screen).length === 6,
    );
  });

  it('several are changed by one request on all screens, and nobody else’s', async () => {
    const ids = inbox(campus.screens.cs).map((row) => row.id);
    const others = inbox(campus.screens.me).map((row) => row.id);
    await verify(
      () => change({ ids: [...ids, ...others], change: 'read' }),
      (screen) => !isMine(screen) || screen.shown().unread === 0,
    );
    await verify(
      () => change({ ids: ids.slice(0, 2), change: 'unread' }),
      (screen) => !isMine(screen) || screen.shown().unread === 2,
    );
    await verify(
      () => change({ ids: ids.slice(0, 3), change: 'archived' }),
      (screen) => !isMine(screen) || inbox(screen).length === 3,
    );
    await verify(
      () => change({ ids: ids.slice(0, 3), change: 'restored' }),
      (screen) => !isMine(screen) || inbox(screen).length === 6,
    );
    expect(campus.screens.me.shown().unread).toBe(5);
  });

  it('another preset is known in the other tabs', async () => {
    const read = (userId: string) => readNotificationSettings(campus.database.sql, userId, timeZone);
    for (const screen of campus.all)
      await screen.openPart({ queryKey: preferenceKeys.own, read: (reader) => read(reader.userId) });
    const { version } = await read(campus.inCs.id);
    await verify(
      () =>
        changeSettings(campus.student.unitOfWork, {
          userId: campus.inCs.id,
          correlationId: randomUUID(),
          universityTimeZone: timeZone,
          ifMatch: version,
          change: { preset: 'quiet' },
        }),
      (screen) => !isMine(screen) || JSON.stringify(screen.shown().parts).includes('"preset":"quiet"'),
    );
    // By the link of a mail, whoever follows it: the tabs that are open know.
    const tokens = createUnsubscribeTokens('a secret of this test');
    const token = tokens.make({ userId: campus.inCs.id, category: 'announcement' });
    await verify(
      () =>
        unsubscribe(campus.student.unitOfWork, tokens, {
          token,
          correlationId: randomUUID(),
          universityTimeZone: timeZone,
        }),
      (screen) => !isMine(screen) || JSON.stringify(screen.shown().parts).includes('"email":"off"'),
    );
  });
});
