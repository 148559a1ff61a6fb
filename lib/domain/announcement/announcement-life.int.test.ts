import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { type Author, createAuthor } from '@/tests/announce';
import { createDepartment, createUser, type TestUser } from '@/tests/campus';
import { DomainProblem } from '../problem';
import { changeSettings } from '../setting/change-settings';
import { expireDue, publishDue } from './keep-time';
import { listRevisions } from './list-revisions';
import { findAnnouncement, listAnnouncements } from './queries';
import { readLastChange } from './read-last-change';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let admin: Author;
let other: Author;
let faculty: Author;
let student: Author;
let cs: string;
let studentUser: TestUser;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  cs = await createDepartment(sql, 'CS');
  await createDepartment(sql, 'ME');
  studentUser = await createUser(sql, { role: 'student', departmentId: cs });
  admin = await createAuthor(database, await createUser(sql, { role: 'admin' }));
  other = await createAuthor(database, await createUser(sql, { role: 'admin' }));
  faculty = await createAuthor(database, await createUser(sql, { role: 'faculty', departmentId: cs }));
  student = await createAuthor(database, studentUser);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.sql.query('TRUNCATE announcement, outbox_event CASCADE');
  await allowFaculty(false);
});

const allowFaculty = (allowed: boolean) =>
  changeSettings(admin.unitOfWork, {
    actor: admin.actor,
    correlationId: 'test',
    change: { faculty_may_announce: allowed },
  });
const edit = (change: object) => EditAnnouncement.parse(change);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainProblem)) throw error;
      return error.details.errors?.[0] ? `${error.code} ${error.details.errors[0].field}` : error.code;
    },
  );
async function events(): Promise<{ event_type: string; payload: Record<string, unknown> }[]> {
  const { rows } = await database.sql.query<{ value: string }>('SELECT value FROM outbox_event ORDER BY id');
  return rows.map((row) => JSON.parse(row.value));
}
const types = async () => (await events()).map((event) => event.event_type);
const due = (column: string, id: string) =>
  database.sql.query(`UPDATE announcement SET ${column} = now() - interval '1 second' WHERE id = $1`, [id]);
const run = (work: typeof publishDue) => admin.unitOfWork.run({ correlationId: 'clock' }, work);

describe('scheduling', () => {
  it('publishes when the time has come, once, also when several keep the time', async () => {
    const draft = await admin.draft({ title: 'Later' });
    const scheduled = await admin.publish(draft.id, { scheduled_for: inAnHour() });
    expect(scheduled).toMatchObject({ status: 'scheduled', published_at: null, version: 2 });
    expect(await run(publishDue)).toBe(false);
    await due('scheduled_for', draft.id);
    const published = await Promise.all([run(publishDue), run(publishDue), run(publishDue)]);
    expect(published.filter(Boolean)).toHaveLength(1);
    expect(await types()).toEqual([
      'ANNOUNCEMENT_CREATED',
      'ANNOUNCEMENT_SCHEDULED',
      'ANNOUNCEMENT_PUBLISHED',
    ]);
    expect(await admin.find(draft.id)).toMatchObject({
      status: 'published',
      scheduled_for: null,
      version: 3,
    });
  });

  it.each([
    ['a time that has passed', { scheduled_for: '2020-01-01T00:00:00Z' }, 'request.invalid scheduled_for'],
    ['now', { scheduled_for: new Date().toISOString() }, 'request.invalid scheduled_for'],
  ])('refuses %s', async (_what, when, expected) => {
    const draft = await admin.draft({ title: 'Past' });
    expect(await refusal(admin.publish(draft.id, when))).toBe(expected);
    expect(await admin.find(draft.id)).toMatchObject({ status: 'draft', version: 1 });
  });

  it('refuses an end before the beginning, and one that has passed', async () => {
    expect(await refusal(admin.draft({ title: 'T', expires_at: '2020-01-01T00:00:00Z' }))).toBe(
      'request.invalid expires_at',
    );
    const draft = await admin.draft({ title: 'T', expires_at: inAnHour() });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await refusal(admin.publish(draft.id, { scheduled_for: tomorrow }))).toBe(
      'request.invalid expires_at',
    );
  });

  it('cancelled in the second it fires: either it is a draft and nothing was sent, or it is out and the author is told', async () => {
    const outcomes = new Set<string>();
    for (let i = 0; i < 30; i += 1) {
      const draft = await admin.draft({ title: `No. ${i}` });
      await admin.publish(draft.id, { scheduled_for: inAnHour() });
      await due('scheduled_for', draft.id);
      const acts = [() => run(publishDue), () => refusal(admin.unschedule(draft.id))];
      if (i % 2) acts.reverse();
      await Promise.all(acts.map((act) => act()));
      const status = (await admin.find(draft.id))?.status ?? '';
      const published = (await events()).filter(
        ({ event_type, payload }) =>
          event_type === 'ANNOUNCEMENT_PUBLISHED' && payload.announcement_id === draft.id,
      );
      expect(published).toHaveLength(status === 'published' ? 1 : 0);
      expect(['draft', 'published']).toContain(status);
      outcomes.add(status);
      await database.sql.query('DELETE FROM announcement WHERE id = $1', [draft.id]);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });
});

describe('who changed it last', () => {
  const read = (by: Author, id: string) => readLastChange(database.sql, by.actor, id);

  it('is told to those who may change it, by whichever way it was changed; the clock is nobody', async () => {
    await allowFaculty(true);
    const draft = await faculty.draft({
      title: 'T',
      target_audience: 'department',
      target_details: { department_ids: ['CS'] },
    });
    expect(await read(faculty, draft.id)).toEqual({ version: 1, changed_at: null, changed_by: null });
    const ways = [
      () => other.edit(draft.id, 1, edit({ title: 'U' })),
      () => admin.publish(draft.id, { scheduled_for: inAnHour() }),
      () => other.unschedule(draft.id),
      () => admin.publish(draft.id),
      () => other.archive(draft.id, true),
    ];
    for (const [index, change] of ways.entries()) {
      await change();
      const { id, name } = { id: (index % 2 ? admin : other).actor.userId, name: expect.any(String) };
      expect(await read(faculty, draft.id)).toEqual({
        version: index + 2,
        changed_at: expect.any(String),
        changed_by: { id, name },
      });
    }
    const scheduled = await admin.draft({ title: 'By the clock' });
    await admin.publish(scheduled.id, { scheduled_for: inAnHour() });
    await due('scheduled_for', scheduled.id);
    await run(publishDue);
    expect(await read(admin, scheduled.id)).toMatchObject({ version: 3, changed_by: null });
  });

  it('is not told to anybody else', async () => {
    await allowFaculty(true);
    const { id } = await admin.draft({ title: 'T' });
    for (const somebody of [faculty, student]) {
      expect(await refusal(read(somebody, id))).toBe('resource.not_found');
    }
    expect(await refusal(read(admin, 'nothing'))).toBe('resource.not_found');
  });
});

describe('publishing', () => {
  it('is refused a second time, for an archived one, and for nobody', async () => {
    const draft = await admin.draft({ title: 'T' });
    await admin.publish(draft.id);
    expect(await refusal(admin.publish(draft.id))).toBe('announcement.already_published');
    expect(await refusal(admin.unschedule(draft.id))).toBe('announcement.already_published');
    const archived = await admin.draft({ title: 'T' });
    await admin.archive(archived.id, true);
    expect(await refusal(admin.publish(archived.id))).toBe('announcement.archived');
    const nobody = await admin.draft({
      title: 'T',
      target_audience: 'department',
      target_details: { department_ids: ['ME'] },
    });
    expect(await refusal(admin.publish(nobody.id))).toBe('announcement.nobody_targeted');
  });

  it('is refused for a target that was deleted', async () => {
    const gone = await createUser(database.sql, { role: 'student' });
    await database.sql.query(`UPDATE app_user SET status = 'deleted' WHERE id = $1`, [gone.id]);
    const target = { target_audience: 'users' as const, target_details: { user_ids: [gone.id] } };
    expect(await refusal(admin.draft({ title: 'T', ...target }))).toBe(
      'announcement.unknown_target target_details.user_ids.0',
    );
  });

  it('to people who were all deleted since the draft is refused', async () => {
    const gone = await createUser(database.sql, { role: 'student' });
    const target = { target_audience: 'users' as const, target_details: { user_ids: [gone.id] } };
    const draft = await admin.draft({ title: 'T', ...target });
    await database.sql.query(`UPDATE app_user SET status = 'deleted' WHERE id = $1`, [gone.id]);
    expect(await refusal(admin.publish(draft.id))).toBe('announcement.nobody_targeted');
  });

  it('ends by itself, and is public again when its end is moved', async () => {
    const draft = await admin.draft({ title: 'T', expires_at: inAnHour() });
    await admin.publish(draft.id);
    await due('expires_at', draft.id);
    expect(await student.find(draft.id)).toBeNull();
    expect([await run(expireDue), await run(expireDue)]).toEqual([true, false]);
    const expired = await admin.find(draft.id);
    expect(expired?.status).toBe('expired');
    await admin.edit(draft.id, expired?.version ?? 0, edit({ expires_at: inAnHour() }));
    expect(await student.find(draft.id)).toMatchObject({ status: 'published' });
  });

  it('deleted, it is there for nobody', async () => {
    const { id } = await admin.publish((await admin.draft({ title: 'T' })).id);
    await admin.remove(id);
    expect([await admin.find(id), await student.find(id)]).toEqual([null, null]);
    expect(await refusal(admin.remove(id))).toBe('resource.not_found');
    expect(await types()).toContain('ANNOUNCEMENT_DELETED');
  });

  it('archived, its readers do not find it; taken out they do', async () => {
    const { id } = await admin.publish((await admin.draft({ title: 'T' })).id);
    await admin.archive(id, true);
    expect([(await admin.find(id))?.status, await student.find(id)]).toEqual(['archived', null]);
    await admin.archive(id, false);
    expect((await student.find(id))?.status).toBe('published');
  });
});

describe('editing', () => {
  it('keeps what readers saw as a revision, minor or announced again', async () => {
    const { id, version } = await admin.publish(
      (await admin.draft({ title: 'Frist', content: 'bis Montag' })).id,
    );
    const minor = await admin.edit(id, version, edit({ title: 'First' }));
    expect(minor).toMatchObject({ title: 'First', revision: 2, announced_revision: 1, version: version + 1 });
    const again = await other.edit(id, minor.version, edit({ content: 'until Tuesday', edit: 'reannounce' }));
    expect(again).toMatchObject({ revision: 3, announced_revision: 3 });
    const { items } = await listRevisions(database.sql, again);
    expect(
      items.map(({ revision, title, content, announced, edited_by }) => [
        revision,
        title,
        content,
        announced,
        edited_by.id,
      ]),
    ).toEqual([
      [2, 'First', 'bis Montag', false, admin.actor.userId],
      [1, 'Frist', 'bis Montag', true, admin.actor.userId],
    ]);
    const updates = (await events()).filter((event) => event.event_type === 'ANNOUNCEMENT_UPDATED');
    expect(updates.map(({ payload }) => [payload.edit_kind, Object.keys(payload.changes ?? {})])).toEqual([
      ['minor', ['title']],
      ['reannounced', ['content']],
    ]);
  });

  it('tells the one who was slower, with what it is now, and loses nothing', async () => {
    const draft = await admin.draft({ title: 'T' });
    const edits = [
      admin.edit(draft.id, 1, edit({ title: 'A' })),
      other.edit(draft.id, 1, edit({ title: 'B' })),
    ];
    const settled = await Promise.allSettled(edits);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = settled.find((each) => each.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'precondition.failed', details: { current: { version: 2 } } });
    expect(await admin.find(draft.id)).toMatchObject({ version: 2 });
  });

  it('changes the target of a draft, never of what is public', async () => {
    const draft = await admin.draft({ title: 'T' });
    const narrowed = await admin.edit(
      draft.id,
      1,
      edit({ target_audience: 'department', target_details: { department_ids: ['CS'] } }),
    );
    expect(narrowed.target_details.department_ids).toEqual([cs]);
    const { version } = await admin.publish(draft.id);
    expect(await refusal(admin.edit(draft.id, version, edit({ target_audience: 'all' })))).toBe(
      'announcement.target_fixed',
    );
  });

  it('changes nothing and emits nothing when nothing is different', async () => {
    const draft = await admin.draft({ title: 'T' });
    const before = (await types()).length;
    expect(await admin.edit(draft.id, 1, edit({ title: 'T' }))).toMatchObject({ version: 1 });
    expect(await types()).toHaveLength(before);
  });

  it('pins and unpins, and what is urgent is always to be acknowledged', async () => {
    const { id, version } = await admin.publish((await admin.draft({ title: 'T' })).id);
    const pinned = await admin.edit(id, version, edit({ pinned: true, priority: 'urgent' }));
    expect(pinned.pinned_at).not.toBeNull();
    expect(pinned.acknowledgement_required).toBe(true);
    const list = (filter: object) =>
      listAnnouncements(database.sql, student.actor, {
        after: null,
        limit: 10,
        cursorAt: () => '',
        ...filter,
      });
    expect((await list({ pinned: true })).items.map((row) => row.id)).toEqual([id]);
    expect((await list({ unacknowledged: true, priority: 'urgent' })).items.map((row) => row.id)).toEqual([
      id,
    ]);
    await student.acknowledge(id);
    expect((await list({ unacknowledged: true })).items).toEqual([]);
    await admin.edit(id, pinned.version, edit({ pinned: false }));
    expect((await list({ pinned: true })).items).toEqual([]);
  });
});

describe('acknowledging', () => {
  it('counts for the revision that was on the screen', async () => {
    const { id, version } = await admin.publish(
      (await admin.draft({ title: 'T', acknowledgement_required: true })).id,
    );
    expect((await student.acknowledge(id)).acknowledged_at).not.toBeNull();
    const again = await admin.edit(id, version, edit({ title: 'New', edit: 'reannounce' }));
    expect((await student.find(id))?.acknowledged_at).toBeNull();
    expect((await student.acknowledge(id, 1)).acknowledged_at).toBeNull();
    expect((await student.acknowledge(id, again.revision)).acknowledged_at).not.toBeNull();
    expect(await refusal(student.acknowledge(id, 99))).toBe('request.invalid revision');
    expect((await types()).filter((type) => type === 'NOTIFICATION_READ')).toHaveLength(2);
  });

  it('is only for what asks for it, and for those who see it', async () => {
    const quiet = await admin.publish((await admin.draft({ title: 'T' })).id);
    expect(await refusal(student.acknowledge(quiet.id))).toBe('announcement.acknowledgement_not_asked');
    const hidden = await admin.draft({ title: 'T', acknowledgement_required: true });
    expect(await refusal(student.acknowledge(hidden.id))).toBe('resource.not_found');
    expect(await findAnnouncement(database.sql, student.actor, hidden.id)).toBeNull();
  });
});
