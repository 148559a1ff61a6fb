import { createHash } from 'node:crypto';
import type { Role } from '@/lib/contracts/http/me';
import { nameCultures } from './names';
import { pick, seededRandom } from './seeded-random';

export interface SeedDepartment {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface SeedPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly registerNo: number;
  readonly departmentCode: DepartmentCode | null;
}

const STUDENTS_PER_DEPARTMENT = 54;
const FACULTY_PER_DEPARTMENT = 4;
const SEED = 20_241_227;

const departmentNames = [
  ['CS', 'Computer Science'],
  ['ME', 'Mechanical Engineering'],
  ['EE', 'Electrical Engineering'],
  ['CE', 'Civil Engineering'],
  ['MA', 'Mathematics'],
  ['PH', 'Physics'],
  ['BI', 'Biotechnology'],
] as const;

type DepartmentCode = (typeof departmentNames)[number][0];

export const departments: readonly SeedDepartment[] = departmentNames.map(([code, name]) => ({
  id: seedId(`department ${code}`),
  code,
  name,
}));

/** The accounts that are shown at the start. */
export const demoAccounts: readonly SeedPerson[] = [
  person('admin', 'Asha Rao', 'admin', null, 1001),
  person('faculty', 'Miguel Ortega', 'faculty', 'CS', 2001),
  person('student', 'Lena Fischer', 'student', 'CS', 2_024_001),
  person('student2', 'Kwame Mensah', 'student', 'ME', 2_024_002),
];

/** Everybody, the same in every run: two admins, then faculty and students of each department. */
export function seedPeople(): SeedPerson[] {
  const random = seededRandom(SEED);
  const people = [...demoAccounts, person('registrar', 'Ingrid Solberg', 'admin', null, 1002)];
  for (const [code] of departmentNames) {
    for (let i = 0; i < FACULTY_PER_DEPARTMENT + STUDENTS_PER_DEPARTMENT; i += 1) {
      const role = i < FACULTY_PER_DEPARTMENT ? 'faculty' : 'student';
      const registerNo = (role === 'faculty' ? 2_100 : 2_024_100) + people.length;
      people.push(person(`${role}.${registerNo}`, randomName(random), role, code, registerNo));
    }
  }
  return people;
}

function person(
  mailbox: string,
  name: string,
  role: Role,
  departmentCode: DepartmentCode | null,
  registerNo: number,
): SeedPerson {
  const email = `${mailbox}@nimbusu.test`;
  return { id: seedId(email), email, name, role, registerNo, departmentCode };
}

/** From any culture. */
export function randomName(random: () => number): string {
  const culture = pick(random, nameCultures);
  return `${pick(random, culture.given)} ${pick(random, culture.family)}`;
}

/** A UUID made of the text, so that seeding again meets the same rows. */
export function seedId(text: string): string {
  const hex = createHash('sha256').update(`nimbusu demo ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
