import { createHash } from 'node:crypto';
import type { Role } from '@/lib/contracts/http/me';
import { familyNames, givenNames } from './names';

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
  readonly departmentId: string | null;
}

const DEPARTMENTS = [
  ['CS', 'Computer Science'],
  ['ME', 'Mechanical Engineering'],
  ['EE', 'Electrical Engineering'],
  ['CE', 'Civil Engineering'],
  ['MA', 'Mathematics'],
  ['PH', 'Physics'],
] as const;

const STUDENTS_PER_DEPARTMENT = 54;
const FACULTY_PER_DEPARTMENT = 4;

export const departments: readonly SeedDepartment[] = DEPARTMENTS.map(([code, name]) => ({
  id: seedId(`department ${code}`),
  code,
  name,
}));

/** The accounts whose passwords are printed at the start. */
export const demoAccounts = [
  account('admin@nimbusu.test', 'Asha Rao', 'admin', null, 1001),
  account('faculty@nimbusu.test', 'Miguel Ortega', 'faculty', 'CS', 2001),
  account('student@nimbusu.test', 'Lena Fischer', 'student', 'CS', 2024001),
  account('student2@nimbusu.test', 'Kwame Mensah', 'student', 'ME', 2024002),
];

/** Everybody, the same in every run: two admins, faculty and students of each department. */
export function seedPeople(): SeedPerson[] {
  const people = [...demoAccounts, account('registrar@nimbusu.test', 'Ingrid Solberg', 'admin', null, 1002)];
  let number = 0;
  for (const { code } of departments) {
    for (let i = 0; i < FACULTY_PER_DEPARTMENT + STUDENTS_PER_DEPARTMENT; i += 1) {
      number += 1;
      const role = i < FACULTY_PER_DEPARTMENT ? 'faculty' : 'student';
      const name = nameOf(number);
      const register = role === 'faculty' ? 2100 + number : 2_024_100 + number;
      people.push(account(`${role}.${register}@nimbusu.test`, name, role, code, register));
    }
  }
  return people;
}

function account(
  email: string,
  name: string,
  role: Role,
  code: string | null,
  registerNo: number,
): SeedPerson {
  const departmentId = departments.find((department) => department.code === code)?.id ?? null;
  return { id: seedId(email), email, name, role, registerNo, departmentId };
}

function nameOf(number: number): string {
  const given = givenNames[number % givenNames.length] ?? '';
  const family =
    familyNames[(number * 7 + Math.floor(number / givenNames.length)) % familyNames.length] ?? '';
  return `${given} ${family}`;
}

/** A UUID made of the text, so that seeding again meets the same rows. */
function seedId(text: string): string {
  const hex = createHash('sha256').update(`nimbusu demo ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
