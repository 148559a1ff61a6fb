import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attendanceKeys } from '@/lib/client/attendance/attendance-keys';
import { exampleEnvelope } from '@/lib/contracts/events/example-envelope';
import { encodeEvent } from '@/lib/contracts/events/wire';
import { StudentStanding } from '@/lib/contracts/http/attendance-standing';
import { readStanding } from '@/lib/domain/attendance/read-standing';
import { openEventLog } from '@/lib/infra/event-log/open-event-log';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { TIME_ZONE } from './attendance-course';
import { type AttendanceWorld, createAttendanceWorld } from './attendance-world';
import { type LiveCampus, openLiveCampus } from './live-campus';
import { type LiveScreen, openScreen } from './live-screen';
import { verifyAction } from './verify-action';

describe.each(testEngines())('alerts of attendance, and their pushes on the $engine log', ({ engine }) => {
  let campus: LiveCampus;
  let world: AttendanceWorld;
  let student: LiveScreen;
  let phone: LiveScreen;
  let classmate: LiveScreen;

  beforeAll(async () => {
    campus = await openLiveCampus(engine);
    const { database, bffs } = campus;
    world = await createAttendanceWorld(database, { code: 'CS204', students: ['Ada', 'Ben'] });
    const [ada, ben] = world.students;
    if (!ada || !ben) throw new Error('nobody sits in the course');
    for (const weeks of [9, 8, 7]) await world.mark(weeks, { 0: 'present', 1: 'present' });
    await world.mark(6, { 0: 'absent', 1: 'present' });
    student = await openScreen(database, bffs[0].origin, ada);
    phone = await openScreen(database, bffs[1].origin, ada);
    classmate = await openScreen(database, bffs[1].origin, ben);
    for (const screen of all()) {
      await screen.connect();
      await screen.openPart({
        queryKey: attendanceKeys.standing({ of: 'me' }),
        read: (actor) =>
          readStanding(database.sql, actor, { studentId: screen.user.id, timeZone: TIME_ZONE }),
      });
    }
  }, 90_000);
  afterAll(async () => {
    for (const screen of all()) screen.close();
    await campus.close();
  });

  const all = () => [student, phone, classmate];
  const verify = (act: () => Promise<unknown>, reached: (screen: LiveScreen) => boolean) =>
    verifyAction(campus.database, all(), act, (screen) => screen === classmate || reached(screen));
  const own = (screen: LiveScreen) => StudentStanding.parse(screen.shown().parts[0]).courses[0];
  const told = (screen: LiveScreen) =>
    screen.shown().notifications.map(({ kind, withdrawn_at }) => [kind, withdrawn_at !== null]);

  it('an absence that crosses the line: the numbers, the alert and the bell of this student alone', async () => {
    await verify(
      () => world.mark(5, { 0: 'absent' }),
      (screen) => own(screen)?.alerts.length === 1 && told(screen).length === 1,
    );
    for (const screen of [student, phone]) {
      expect(own(screen)).toMatchObject({ percentage: 60, level: 'critical' });
      expect(told(screen)).toEqual([['attendance_alert', false]]);
      expect(screen.shown().unread).toBe(1);
    }
    expect(told(classmate)).toEqual([]);
    expect(own(classmate)).toMatchObject({ percentage: 100, alerts: [] });
  });

  it('a correction: the alert is struck on every screen of the student, and one notice says why', async () => {
    await verify(
      () => world.mark(5, { 0: 'present' }),
      (screen) => own(screen)?.alerts.length === 0 && told(screen).length === 2,
    );
    for (const screen of [student, phone]) {
      expect(told(screen)).toEqual([
        ['attendance_alert_withdrawn', false],
        ['attendance_alert', true],
      ]);
      expect(screen.shown().unread).toBe(1);
      expect([...screen.told.values()]).toEqual([1, 1]);
    }
    expect(told(classmate)).toEqual([]);
  });

  it('a hand-made alert of another service reaches its student, and nobody else', async () => {
    const example = exampleEnvelope('LOW_ATTENDANCE_ALERT');
    const event = {
      ...example,
      event_id: crypto.randomUUID(),
      service_name: 'registry',
      payload: { ...example.payload, student_id: student.user.id, course_id: 'CS-77' },
    };
    const { brokers, database } = campus;
    const log = openEventLog({ brokers, database, clientId: 'registry' });
    await verify(
      () => log.append([{ topic: 'attendance.events', key: student.user.id, value: encodeEvent(event) }]),
      (screen) => told(screen).length === 3,
    );
    await log.close();
    expect(student.shown().notifications[0]).toMatchObject({
      title: 'Data Structures: attendance 62.5 %, below 75 %',
      action_url: '',
    });
    expect(told(classmate)).toEqual([]);
  });

  it('one for somebody who is not known here goes to the dead letters', async () => {
    const example = exampleEnvelope('LOW_ATTENDANCE_ALERT');
    const event = { ...example, event_id: crypto.randomUUID() };
    const { brokers, database } = campus;
    const log = openEventLog({ brokers, database, clientId: 'registry' });
    const dead: string[] = [];
    const reader = await log.subscribe({
      groupId: `dead-letters-${crypto.randomUUID()}`,
      topics: ['dlq.events'],
      startFrom: 'earliest',
      async onBatch(batch) {
        for (const record of batch.records) {
          dead.push(String(record.value));
          await batch.markDone(record.offset);
        }
      },
    });
    await log.append([{ topic: 'attendance.events', key: 'x', value: encodeEvent(event) }]);
    await vi.waitFor(() => expect(dead.join()).toContain(event.event_id), { timeout: 20_000 });
    await reader.stop();
    await log.close();
  });
});
