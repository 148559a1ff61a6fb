import * as z from 'zod';
import { RosterProblem } from '@/lib/contracts/http/roster-import';

const text = z.string().default('');
const row = {
  /** Its line in the file as records are counted, the heading being 1. */
  row: z.int(),
  sourcedId: text,
  status: text,
  /** What is wrong with it whatever the database says. */
  problems: z.array(RosterProblem),
};

/** The columns that are taken from each file; all others are passed over, the password among them. */
export const rosterShapes = {
  orgs: z.object({ ...row, name: text, type: text, identifier: text, parentSourcedId: text }),
  academicSessions: z.object({
    ...row,
    title: text,
    type: text,
    startDate: text,
    endDate: text,
    parentSourcedId: text,
    schoolYear: text,
  }),
  users: z.object({
    ...row,
    enabledUser: text,
    orgSourcedIds: text,
    role: text,
    givenName: text,
    familyName: text,
    identifier: text,
    email: text,
  }),
  courses: z.object({ ...row, title: text, courseCode: text, orgSourcedId: text }),
  classes: z.object({
    ...row,
    title: text,
    courseSourcedId: text,
    classCode: text,
    schoolSourcedId: text,
    termSourcedIds: text,
  }),
  enrollments: z.object({
    ...row,
    classSourcedId: text,
    schoolSourcedId: text,
    userSourcedId: text,
    role: text,
    primary: text,
    beginDate: text,
    endDate: text,
  }),
};

/** The files as they were understood; a file that was not there has no rows. */
export const RosterRows = z.object({
  orgs: z.array(rosterShapes.orgs),
  academicSessions: z.array(rosterShapes.academicSessions),
  users: z.array(rosterShapes.users),
  courses: z.array(rosterShapes.courses),
  classes: z.array(rosterShapes.classes),
  enrollments: z.array(rosterShapes.enrollments),
});
export type RosterRows = z.infer<typeof RosterRows>;

/** Any row, as far as all have it. */
export type AnyRow = RosterRows[keyof RosterRows][number];

/** The ids of a cell that may hold several. */
export const listOf = (cell: string): string[] =>
  cell
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
