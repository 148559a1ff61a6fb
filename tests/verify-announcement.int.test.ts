import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { markSeen } from '@/lib/domain/notification/mark-seen';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { verifyAction } from './verify-action';

describe.each(testEngines())('an announcement’s life and its pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let database: LiveCampus['database'];
  let author: LiveCampus['author'];
  let screens: LiveCampus['screens'];
  let all: LiveCampus['all'];

  beforeAll(async () => {
    campus = await openLiveCampus(engine);
    ({ database, author, screens, all } = campus);
  }, 90_000);
  afterAll(() => campus.close());

  const find = (screen: LiveScreen, id: string) => screen.shown().announcements.find((row) => row.id === id);
  const isReader = (screen: LiveScreen) => screen !== screens.admin;
  const told = (screen: LiveScreen, title: string) =>
    screen.shown().notifications.filter((row) => row.title === title).length;

  /** One to all students that asks to be acknowledged, shown by everybody, its board open before its author. */
  async function publish(title: string): Promise<string> {
    const { id } = await author.draft({
      title,
      target_audience: 'role',
      target_details: { role_names: ['student'] },
      acknowledgement_required: true,
    });
    await screens.admin.openBoard(id);
    await verifyAction(
      database,
      all,
      () => author.publish(id),
      (screen) =>
        find(screen, id)?.status === 'published' && (!isReader(screen) || told(screen, title) === 1),
    );
    return id;
  }
  const board = (id: string) => screens.admin.shown().boards.find((each) => each?.announcement_id === id);
  const edit = (id: string, change: object) => async () =>
    author.edit(id, (await author.find(id))?.version ?? 0, EditAnnouncement.parse(change));

  it('schedules: its author sees it wait, its readers see it when the clock has published it', async () => {
    const { id } = await author.draft({ title: 'By the clock' });
    const at = new Date(Date.now() + 2_000).toISOString();
    await verifyAction(
      database,
      all,
      () => author.publish(id, { scheduled_for: at }),
      (screen) => isReader(screen) || find(screen, id)?.status !== 'draft',
    );
    await verifyAction(
      database,
      all,
      async () => undefined,
      (screen) => find(screen, id)?.status === 'published',
    );
    expect(all.filter(isReader).map((screen) => told(screen, 'By the clock'))).toEqual([1, 1, 1]);
  });

  it('takes a schedule back', async () => {
    const { id } = await author.draft({ title: 'Not yet' });
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const status = (wanted: string) => (screen: LiveScreen) =>
      isReader(screen) || find(screen, id)?.status === wanted;
    await verifyAction(database, all, () => author.publish(id, { scheduled_for: at }), status('scheduled'));
    await verifyAction(database, all, () => author.unschedule(id), status('draft'));
  });

  it('edits a little: every screen shows the new text, nobody is told again', async () => {
    const id = await publish('Room of the exam');
    const change = edit(id, { title: 'Room of the exam: B12' });
    await verifyAction(
      database,
      all,
      change,
      (screen) => find(screen, id)?.title === 'Room of the exam: B12' && find(screen, id)?.revision === 2,
    );
    for (const screen of all.filter(isReader)) expect(told(screen, 'Room of the exam: B12')).toBe(0);
  });

  it('announces again: everybody is told, and earlier acknowledgements count no more', async () => {
    const id = await publish('Fire drill');
    await verifyAction(
      database,
      all,
      () => campus.student.acknowledge(id),
      (screen) => screen.user.id !== campus.inCs.id || find(screen, id)?.acknowledged_at !== null,
    );
    await verifyAction(
      database,
      all,
      edit(id, { title: 'Fire drill at 11', edit: 'reannounce' }),
      (screen) =>
        find(screen, id)?.title === 'Fire drill at 11' &&
        (!isReader(screen) || told(screen, 'Fire drill at 11') === 1),
    );
    expect(find(screens.csOtherDevice, id)?.acknowledged_at).toBeNull();
    expect(screens.cs.shown().announcementTabs.unacknowledged?.map((row) => row.id)).toContain(id);
  });

  it('pins and unpins', async () => {
    const id = await publish('Opening hours');
    for (const pinned of [true, false]) {
      await verifyAction(
        database,
        all,
        edit(id, { pinned }),
        (screen) => (find(screen, id)?.pinned_at != null) === pinned,
      );
      const shown = screens.me.shown().announcementTabs.pinned ?? [];
      expect(shown.some((row) => row.id === id)).toBe(pinned);
    }
  });

  it('acknowledges: the user’s other device follows, and the board counts it', async () => {
    const id = await publish('Lab safety');
    await verifyAction(
      database,
      all,
      () => campus.student.acknowledge(id),
      (screen) =>
        (screen.user.id !== campus.inCs.id || find(screen, id)?.acknowledged_at !== null) &&
        (screen !== screens.admin || board(id)?.counts.acknowledged === 1),
    );
    expect(find(screens.me, id)?.acknowledged_at).toBeNull();
  });

  it('fills the board from the browsers: delivered, seen, acknowledged, as the database has it', async () => {
    const id = await publish('Library week');
    const counts = (name: 'delivered' | 'seen' | 'outstanding', value: number) => (screen: LiveScreen) =>
      screen !== screens.admin || board(id)?.counts[name] === value;
    await verifyAction(database, all, async () => undefined, counts('delivered', 2));
    const { id: userId } = campus.inMe;
    const ids = screens.me
      .shown()
      .notifications.flatMap((row) => (row.title === 'Library week' ? row.id : []));
    const see = () => markSeen(author.unitOfWork, { userId, ids, correlationId: randomUUID() });
    await verifyAction(database, all, see, counts('seen', 1));
    await verifyAction(database, all, () => campus.student.acknowledge(id), counts('outstanding', 1));
    expect(board(id)?.counts).toMatchObject({ targeted: 2, delivered: 2, acknowledged: 1 });
  });

  it('reminds who has not answered, and nobody else', async () => {
    const id = await publish('Fees');
    await campus.student.acknowledge(id);
    const before = screens.cs.shown().notifications.length;
    const reminders = () => screens.me.shown().notifications.filter((row) => row.kind === 'reminder').length;
    const had = reminders();
    await verifyAction(
      database,
      all,
      () => author.remind(id),
      (screen) =>
        screen === screens.me
          ? reminders() === had + 1
          : screen !== screens.admin || board(id)?.reminder?.rounds === 1,
    );
    expect(screens.cs.shown().notifications).toHaveLength(before);
    expect(board(id)?.reminder?.ended_at).not.toBeNull();
  });

  it('archives and takes out of the archive', async () => {
    const id = await publish('Old news');
    for (const archived of [true, false]) {
      await verifyAction(
        database,
        all,
        () => author.archive(id, archived),
        (screen) =>
          isReader(screen)
            ? (find(screen, id) === undefined) === archived
            : (find(screen, id)?.status === 'archived') === archived,
      );
    }
  });

  it('ends by the clock when its time is over', async () => {
    const id = await publish('Today only');
    const at = new Date(Date.now() + 2_000).toISOString();
    await edit(id, { expires_at: at })();
    await verifyAction(
      database,
      all,
      async () => undefined,
      (screen) => (isReader(screen) ? !find(screen, id) : find(screen, id)?.status === 'expired'),
    );
  });

  it('deletes: gone from every screen', async () => {
    const id = await publish('A mistake');
    screens.admin.closeBoard(id);
    await verifyAction(
      database,
      all,
      () => author.remove(id),
      (screen) => !find(screen, id),
    );
    await vi.waitFor(async () => expect(await author.find(id)).toBeNull());
  });
});
