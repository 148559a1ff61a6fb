import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { checkTimetable } from '@/lib/domain/timetable-proposal/check-timetable';
import { readCtt } from '@/lib/domain/timetable-proposal/read-ctt';
import { scratchFolder } from '@/lib/infra/testing/scratch-folder';
import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { lockDemo, seedDemo } from '@/prisma/seed/seed-demo';
import { openEmbeddedDatabase } from './start/open-database';

const root = fileURLToPath(new URL('..', import.meta.url));
const fixture = path.join(root, 'lib/domain/timetable-proposal/fixtures/comp01.ctt');
const text = readFileSync(fixture, 'utf8');
const where = { department: { code: 'Fis0506-1' } };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  database = await createTestDatabase();
  scratch = await scratchFolder('import-ctt');
});
afterAll(async () => {
  await database.drop();
  await scratch.remove();
});

/** The command as somebody at a terminal gives it. */
async function importFile(file: string, variables: Record<string, string> = {}) {
  const { rows } = await database.sql.query<{ name: string }>('SELECT current_database() AS name');
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${rows[0]?.name}`;
  const env = { ...process.env, DATABASE_URL: url.href, NIMBUSU_DATA: path.join(scratch.path, 'data') };
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import-ctt.ts', file], {
    cwd: root,
    env: { ...env, ...variables },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => {
    said.stdout += String(part);
  });
  child.stderr.on('data', (part) => {
    said.stderr += String(part);
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  return { status, ...said };
}

async function importText(content: string) {
  const file = path.join(scratch.path, 'given.ctt');
  writeFileSync(file, content);
  return importFile(file);
}

/** All that an import may touch. */
async function everything() {
  const { prisma } = database;
  return {
    departments: await prisma.department.findMany({ orderBy: { id: 'asc' } }),
    terms: await prisma.term.findMany({ orderBy: { id: 'asc' } }),
    people: await prisma.user.findMany({ orderBy: { id: 'asc' } }),
    rooms: await prisma.room.findMany({ orderBy: { id: 'asc' } }),
    subjects: await prisma.subject.findMany({ orderBy: { id: 'asc' } }),
    courses: await prisma.course.findMany({ orderBy: { id: 'asc' }, include: { faculty: true } }),
    needs: await prisma.courseTeachingNeed.findMany({ orderBy: { courseId: 'asc' } }),
    unavailable: await prisma.courseUnavailability.findMany({
      orderBy: [{ courseId: 'asc' }, { dayOfWeek: 'asc' }, { startMinute: 'asc' }],
    }),
    enrollments: await prisma.enrollment.findMany({ orderBy: { id: 'asc' } }),
    timetables: await prisma.timetable.findMany({ orderBy: { id: 'asc' } }),
    entries: await prisma.timetableEntry.findMany({ orderBy: [{ entryId: 'asc' }, { state: 'asc' }] }),
  };
}

it.each([
  ['truncated', text.slice(0, text.indexOf('CURRICULA:')), /line \d+: the file ends where "CURRICULA:" was/],
  ['inconsistent', text.replace('q012 1 c0004', 'q012 1 c9999'), /line 62: there is no course "c9999"/],
  ['of a week that there is not', text.replace('Days: 5', 'Days: 8'), /line 4: a week has 7 days, not 8/],
  ['without a name', text.replace('Name: Fis0506-1', 'Name:'), /line 1: it has no name/],
  ['of no text', text.replace('c0001 t000', 'c0001 t0\0'), /line 10: it has a character that is no text/],
])('refuses a file that is %s, and writes nothing', async (_what, content, reason) => {
  const before = await everything();
  const { status, stdout, stderr } = await importText(content);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(reason);
  expect(await everything()).toEqual(before);
});

it('writes nothing when a part of it belongs to somebody else', async () => {
  const room = await database.prisma.room.create({ data: { code: 'Fis0506-1/rB', capacity: 1 } });
  const before = await everything();
  const { status, stderr } = await importFile(fixture);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'There is another room of the name Fis0506-1/rB; nothing was imported.\n',
  });
  expect(await everything()).toEqual(before);
  await database.prisma.room.delete({ where: { id: room.id } });
});

it('makes a university of the file, beside the one that is there', async () => {
  await seedDemo(database.sql);
  const terms = await database.prisma.term.count();
  const { status, stdout, stderr } = await importFile(fixture);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('30 courses, 24 teachers, 70 students, 6 rooms');

  const { prisma } = database;
  expect(await prisma.term.count()).toBe(terms);
  expect(await prisma.user.count({ where: { ...where, role: 'faculty' } })).toBe(24);
  expect(await prisma.user.count({ where: { ...where, role: 'student' } })).toBe(70);
  expect(await prisma.subject.count({ where })).toBe(30);
  const rooms = await prisma.room.findMany({ where: { code: { startsWith: 'Fis0506-1/' } } });
  expect(rooms.map(({ capacity }) => capacity).sort((a, b) => a - b)).toEqual([9, 20, 30, 30, 100, 200]);
  const courses = await prisma.course.findMany({ where, include: { enrollments: true, subject: true } });
  expect(courses).toHaveLength(30);
  for (const { enrollments, capacity } of courses)
    expect(capacity).toBeGreaterThanOrEqual(enrollments.length);
  expect(courses.find(({ subject }) => subject.code === 'Fis0506-1/c0002')?.capacity).toBe(75);
});

it('drafts every lecture, as many as the file says, and keeps when a course cannot be', async () => {
  const instance = readCtt(text);
  const { timetables, entries, unavailable, needs, courses, rooms, subjects } = await everything();
  const plan = timetables.find(({ name }) => name === instance.name);
  expect(plan?.publishedAt).toBeNull();
  const own = entries.filter(({ timetableId }) => timetableId === plan?.id);
  expect(own.every(({ state }) => state === 'draft')).toBe(true);
  const indexOf = (courseId: string) => {
    const subjectId = courses.find(({ id }) => id === courseId)?.subjectId;
    const code = subjects.find(({ id }) => id === subjectId)?.code;
    return instance.courses.findIndex(({ id }) => `${instance.name}/${id}` === code);
  };
  const periodOf = (row: { dayOfWeek: number; startMinute: number }) =>
    (row.dayOfWeek - 1) * instance.periodsPerDay + (row.startMinute - 8 * 60) / 60;
  const roomIndex = (roomId: string | null) => {
    const code = rooms.find(({ id }) => id === roomId)?.code;
    return instance.rooms.findIndex(({ id }) => `${instance.name}/${id}` === code);
  };
  const placements = own.map((row) => ({
    course: indexOf(row.courseId),
    room: roomIndex(row.roomId),
    period: periodOf(row),
  }));
  const { hard } = checkTimetable(instance, placements);
  expect(placements).toHaveLength(instance.courses.reduce((sum, { lectures }) => sum + lectures, 0));
  expect(hard).toEqual({ lectures: 0, roomOccupancy: 0, conflicts: 0, availability: 0 });

  const pairs = unavailable.map((row) => `${indexOf(row.courseId)} ${periodOf(row)}`).sort();
  expect(pairs).toEqual(instance.unavailable.map(([course, period]) => `${course} ${period}`).sort());
  for (const { courseId, lectures, minimumDays } of needs)
    expect(instance.courses[indexOf(courseId)]).toMatchObject({ lectures, minimumDays });
  expect(needs).toHaveLength(instance.courses.length);
});

it('lets the students of a curriculum into all its courses, and nobody else', async () => {
  const instance = readCtt(text);
  const { people, courses, subjects } = await everything();
  const enrollments = await database.prisma.enrollment.findMany({ where: { course: where } });
  const [curriculum] = instance.curricula;
  const student = people.find(({ email }) => email === `${curriculum?.id}.1.fis0506-1@nimbusu.test`);
  const taken = enrollments.filter(({ studentId }) => studentId === student?.id);
  const codes = taken.map(({ courseId }) => {
    const subjectId = courses.find(({ id }) => id === courseId)?.subjectId;
    return subjects.find(({ id }) => id === subjectId)?.code;
  });
  expect(codes.sort()).toEqual(
    curriculum?.courses.map((course) => `${instance.name}/${instance.courses[course]?.id}`).sort(),
  );
  const seats = instance.curricula.reduce((sum, each) => sum + 5 * each.courses.length, 0);
  expect(enrollments).toHaveLength(seats);
});

it('changes nothing when it is imported again, nor what planners did since', async () => {
  const [moved, removed] = await database.prisma.timetableEntry.findMany({
    where: { timetable: where },
    orderBy: { entryId: 'asc' },
  });
  if (!moved || !removed) throw new Error('nothing was drafted');
  const keyOf = ({ entryId, state }: typeof moved) => ({ entryId_state: { entryId, state } });
  await database.prisma.timetableEntry.update({ where: keyOf(moved), data: { dayOfWeek: 6 } });
  await database.prisma.timetableEntry.delete({ where: keyOf(removed) });
  const before = await everything();
  const { status, stdout } = await importFile(fixture);
  expect(status).toBe(0);
  expect(stdout).toContain('nothing changed');
  expect(await everything()).toEqual(before);
});

it('lets nobody in by the public password where the demo is off', { timeout: 120_000 }, async () => {
  const statuses = async () => {
    const people = await database.prisma.user.findMany({ where });
    return [...new Set(people.map(({ status }) => status))];
  };
  expect(await statuses()).toEqual(['active']);
  await lockDemo(database.sql);
  expect(await statuses()).toEqual(['suspended']);
  await importFile(fixture, { SEED_DEMO: 'false' });
  expect(await statuses()).toEqual(['suspended']);
  await importFile(fixture);
  expect(await statuses()).toEqual(['active']);
});

it("goes into the product's own database while the product runs", { timeout: 120_000 }, async () => {
  const dataFolder = path.join(scratch.path, 'own');
  mkdirSync(dataFolder, { mode: 0o711 });
  const { url, server } = await openEmbeddedDatabase(dataFolder);
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { status, stderr } = await importFile(fixture, { DATABASE_URL: '', NIMBUSU_DATA: dataFolder });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { rows } = await client.query('SELECT count(*)::int AS courses FROM course');
    expect(rows).toEqual([{ courses: 30 }]);
  } finally {
    await client.end();
    await server.stop();
  }
});
