/**
 * A curriculum-based course timetabling problem: the third track of the International Timetabling Competition 2007
 * (Di Gaspero, McCollum, Schaerf: "The Second International Timetabling Competition: Curriculum-based Course Timetabling").
 * A period is a place in the week: `day * periodsPerDay + place in the day`. Courses and rooms are meant by their index.
 */
export interface ProposalInstance {
  readonly name: string;
  readonly days: number;
  readonly periodsPerDay: number;
  readonly courses: readonly ProposalCourse[];
  readonly rooms: readonly ProposalRoom[];
  readonly curricula: readonly Curriculum[];
  /** When a course's teacher cannot: `[course, period]`. */
  readonly unavailable: readonly (readonly [course: number, period: number])[];
}

export interface ProposalCourse {
  readonly id: string;
  readonly teacher: string;
  readonly lectures: number;
  /** On how many days its lectures should lie at least. */
  readonly minimumDays: number;
  readonly students: number;
}

export interface ProposalRoom {
  readonly id: string;
  readonly capacity: number;
}

/** Courses that have students in common, so that no two of their lectures may lie in one period. */
export interface Curriculum {
  readonly id: string;
  readonly courses: readonly number[];
}

/** Where one lecture of a course lies. */
export interface Placement {
  readonly course: number;
  readonly room: number;
  readonly period: number;
}

export const periodsOf = ({ days, periodsPerDay }: ProposalInstance): number => days * periodsPerDay;
