import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendanceKeys } from '@/lib/client/attendance/attendance-keys';
import { CorrectionRequestList, MarkHistory, RosterAt } from '@/lib/contracts/http/attendance-correction';
import { askCorrection } from '@/lib/domain/attendance/ask-correction';
import { decideRequest } from '@/lib/domain/attendance/decide-request';
import { listChanges } from '@/lib/domain/attendance/list-changes';
import { listRequests } from '@/lib/domain/attendance/list-requests';
import { openSession } from '@/lib/domain/attendance/open-session';
import { rosterAt } from '@/lib/domain/attendance/roster-at';
import { withdrawRequest } from '@/lib/domain/attendance/withdraw-request';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type Author, createAuthor } from './announce';
import { createAttendanceCourse, daysAgo, TIME_ZONE as timeZone } from './attendance-course';
import { createUser, type TestUser } from './campus';
import { type LiveCampus, openLiveCampus } from './live-campus';
import { type LiveScreen, openScreen } from './live-screen';
import { verifyAction } from './verify-action';

const page = { after: null, limit: 100, cursorAt: () => '' };

describe.each(testEngines())(
  'requests for a correction, and their pushes on the $engine log',
  ({ engine }) => {
    let campus: LiveCampus;
    let teacher: Author | undefined;
    let faculty: TestUser[] = [];
    let facultyScreens: LiveScreen[] = [];
    let sessionId = '';
    let earlierId = '';

    beforeAll(async () => {
      let entryId = '';
      campus = await openLiveCampus(engine, async (sql, departmentId) => {
        faculty = [
          await createUser(sql, { role: 'faculty', name: 'Tea Cher' }),
          await createUser(sql, { role: 'faculty', name: 'Col League' }),
        ];
        const { rows } = await sql.query<{ id: string }>(
          `SELECT id FROM app_user WHERE role = 'student' AND department_id = $1`,
          [departmentId],
        );
        const students = rows.map(({ id }) => id);
        ({ entryId } = await createAttendanceCourse(sql, {
          ...{ departmentId, code: 'CS204', students, faculty: faculty.map(({ id }) => id) },
          last: 'yesterday',
        }));
      });
      const { database, bffs, screens } = campus;
      [teacher] = await Promise.all(faculty.map((each) => createAuthor(database, each)));
      facultyScreens = await Promise.all(faculty.map((each) => openScreen(database, bffs[1].origin, each)));
      await Promise.all(facultyScreens.map((screen) => screen.connect()));
      const open = async (days: number) => {
        const wanted = { entry_id: entryId, day: daysAgo(days) };
        return (await openSession(by(teacher).unitOfWork, { ...asked(teacher), wanted })).id ?? '';
      };
      [sessionId, earlierId] = [await open(1), await open(8)];
      for (const screen of [screens.me, ...facultyScreens]) await openRequests(screen);
    }, 90_000);
    afterAll(async () => {
      for (const screen of facultyScreens) screen.close();
      await campus.close();
    });

    const openRequests = (screen: LiveScreen) =>
      screen.openPart({
        queryKey: attendanceKeys.requestList({}),
        read: (reader) => listRequests(campus.database.sql, reader, page),
      });
    async function openRecord(screen: LiveScreen): Promise<void> {
      const { sql } = campus.database;
      await screen.openPart({
        queryKey: [...attendanceKeys.history(sessionId), 'changes'],
        read: (reader) => listChanges(sql, reader, { ...page, id: sessionId }),
      });
      await screen.openPart({
        queryKey: [...attendanceKeys.history(sessionId), 'roster'],
        // Asked for each time, it would be of another instant.
        read: async (reader) => ({ ...(await rosterAt(sql, reader, { id: sessionId })), at: '' }),
      });
    }
    function by(author: Author | undefined): Author {
      if (!author) throw new Error('nobody of this name');
      return author;
    }
    const asked = (author: Author | undefined) => ({
      actor: by(author).actor,
      correlationId: randomUUID(),
      timeZone,
    });
    const requestsOn = (screen: LiveScreen) =>
      CorrectionRequestList.parse(screen.shown().parts[0]).items.map(({ state }) => state);
    const all = () => [...campus.all, ...facultyScreens];
    const verify = async (act: () => Promise<unknown>, states: readonly string[]) => {
      const follows = (screen: LiveScreen) => screen.parts.length > 0 && screen !== campus.screens.me;
      await verifyAction(
        campus.database,
        all(),
        act,
        (screen) => !follows(screen) || JSON.stringify(requestsOn(screen)) === JSON.stringify(states),
      );
      expect(requestsOn(campus.screens.me)).toEqual([]);
      expect(campus.screens.me.shown().notifications).toEqual([]);
    };
    const ask = async (session_id: string) => {
      const given = { session_id, wanted_status: 'present', note: 'I was there', file: null } as const;
      return (await askCorrection(campus.student.unitOfWork, { ...asked(campus.student), given })).id;
    };
    const decide = (who: Author | undefined, id: string, accept: boolean) =>
      decideRequest(by(who).unitOfWork, { ...asked(who), id, given: { accept, answer: accept ? '' : 'No' } });

    // The page of whoever did something asks again by itself; what they have done is told to the others.
    it('a new one is on the screens of those who teach, and one that is taken back is not open there', async () => {
      let id = '';
      await verify(async () => {
        id = await ask(sessionId);
      }, ['open']);
      const withdraw = () => withdrawRequest(campus.student.unitOfWork, { ...asked(campus.student), id });
      await verify(withdraw, ['withdrawn']);
    });

    it('one that is decided is so on every screen; accepted, with the mark, its history and the record', async () => {
      const { cs, csOtherDevice } = campus.screens;
      let ids: string[] = [];
      await verify(async () => {
        ids = [await ask(earlierId), await ask(sessionId)];
      }, ['open', 'open', 'withdrawn']);
      const [earlier = '', later = ''] = ids;
      for (const screen of [cs, csOtherDevice]) await openRequests(screen);
      for (const screen of [cs, ...facultyScreens]) await openRecord(screen);
      await verify(() => decide(campus.author, earlier, false), ['open', 'refused', 'withdrawn']);
      await verify(() => decide(teacher, later, true), ['accepted', 'refused', 'withdrawn']);
      for (const screen of [cs, ...facultyScreens]) {
        const [, history, record] = screen.shown().parts;
        expect(MarkHistory.parse(history).items).toMatchObject([{ after: { status: 'present' } }]);
        expect(RosterAt.parse(record).students).toMatchObject([{ status: 'present' }]);
      }
    });
  },
);
