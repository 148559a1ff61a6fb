import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notificationKeys } from '@/lib/client/notification/notification-keys';
import { ChangeNotifications } from '@/lib/contracts/http/notification-bulk-requests';
import { NotificationGroups } from '@/lib/contracts/http/notification-group';
import { changeMany } from '@/lib/domain/notification/change-many';
import { listGroups } from '@/lib/domain/notification/groups';
import { tellAlike } from '@/lib/domain/notification/tell-people';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { verifyAction } from './verify-action';

describe.each(testEngines())('groups of notifications on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  const groupKey = `thread ${randomUUID()}`;

  beforeAll(async () => {
    campus = await openLiveCampus(engine);
    for (const screen of campus.all)
      await screen.openPart({
        queryKey: notificationKeys.groups,
        read: (actor) => listGroups(campus.database.sql, actor.userId),
      });
  }, 90_000);
  afterAll(() => campus.close());

  const groupsOf = (screen: LiveScreen) => NotificationGroups.parse(screen.shown().parts[0]).items;
  const isReader = ({ user }: LiveScreen) => user.id === campus.inCs.id;
  const verify = (act: () => Promise<unknown>, reached: (screen: LiveScreen) => boolean) =>
    verifyAction(campus.database, campus.all, act, (screen) =>
      isReader(screen) ? reached(screen) : groupsOf(screen).length === 0,
    );
  const tell = (title: string) =>
    campus.author.unitOfWork.run({ correlationId: randomUUID() }, async (tx) =>
      tellAlike(tx, {
        userIds: [campus.inCs.id],
        kind: 'forum',
        title,
        message: '',
        priority: 'normal',
        actionUrl: '/',
        groupKey,
      }),
    );

  it('what comes together is counted on every screen of its reader alone', async () => {
    for (const title of ['first', 'second', 'third'])
      await verify(
        () => tell(title),
        (screen) => screen.shown().notifications[0]?.title === title,
      );
    for (const screen of campus.all.filter(isReader))
      expect(groupsOf(screen)).toMatchObject([{ group_key: groupKey, unread_count: 3 }]);
  });

  it('what is done with the group in one tab the other shows: all of it is read', async () => {
    const up_to = groupsOf(campus.screens.cs)[0]?.newest_at;
    const change = ChangeNotifications.parse({
      group: { group_key: groupKey, category: 'discussion', up_to },
      change: 'read',
    });
    await verify(
      () =>
        changeMany(campus.student.unitOfWork, {
          userId: campus.inCs.id,
          correlationId: randomUUID(),
          change,
        }),
      (screen) => groupsOf(screen).length === 0 && screen.shown().unread === 0,
    );
  });
});
