import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportRoster } from '@/lib/contracts/http/roster-import-requests';

export type RosterFiles = ImportRoster['files'];

const names = [
  'manifest.csv',
  'orgs.csv',
  'academicSessions.csv',
  'users.csv',
  'courses.csv',
  'classes.csv',
  'enrollments.csv',
] as const;

/** The small university of the fixtures: OneRoster files as a records system would write them. */
export function rosterFiles(): Record<(typeof names)[number], string> {
  const read = (name: string) => readFileSync(path.join('lib/domain/roster-import/fixtures', name), 'utf8');
  return {
    'manifest.csv': read('manifest.csv'),
    'orgs.csv': read('orgs.csv'),
    'academicSessions.csv': read('academicSessions.csv'),
    'users.csv': read('users.csv'),
    'courses.csv': read('courses.csv'),
    'classes.csv': read('classes.csv'),
    'enrollments.csv': read('enrollments.csv'),
  };
}

/** A university of any size: each student in `each` of the classes. */
export function largeRoster(size: { students: number; classes: number; each: number }): RosterFiles {
  const lines = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('\n');
  const teacher = (at: number) => `t${at},true,o,teacher,Tea,Cher ${at},t${at}@large.example`;
  const student = (at: number) => `s${at},true,o,student,Stu,Dent ${at},s${at}@large.example`;
  const seat = (at: number) => {
    const [who, which] = [at % size.students, Math.floor(at / size.students)];
    return `e${at},k${(who + which * 7) % size.classes},o,s${who},student,`;
  };
  return {
    'orgs.csv': 'sourcedId,name,type,identifier\no,Large,school,LARGE',
    'academicSessions.csv':
      'sourcedId,title,type,startDate,endDate,schoolYear\nx,Large term,term,2026-09-01,2027-02-01,2027',
    'users.csv': `sourcedId,enabledUser,orgSourcedIds,role,givenName,familyName,email\n${lines(size.classes, teacher)}\n${lines(size.students, student)}`,
    'courses.csv': `sourcedId,title,courseCode,orgSourcedId\n${lines(size.classes, (at) => `c${at},Large ${at},LG${at},o`)}`,
    'classes.csv': `sourcedId,title,courseSourcedId,classCode,schoolSourcedId,termSourcedIds\n${lines(size.classes, (at) => `k${at},Large ${at},c${at},A,o,x`)}`,
    'enrollments.csv': `sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary\n${lines(size.classes, (at) => `l${at},k${at},o,t${at},teacher,true`)}\n${lines(size.students * size.each, seat)}`,
  };
}
