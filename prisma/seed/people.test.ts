import { expect, it } from 'vitest';
import { passwordFits } from '@/lib/infra/auth/password';
import { DEMO_HASH, DEMO_PASSWORD, LOCKED_HASH } from './demo-password';
import { departments, seedPeople } from './people';

const people = seedPeople();
const count = (role: string) => people.filter((person) => person.role === role).length;

it('is a whole university', () => {
  expect(departments.length).toBeGreaterThanOrEqual(6);
  expect(count('student')).toBeGreaterThanOrEqual(300);
  expect(count('faculty')).toBeGreaterThanOrEqual(20);
  expect(count('admin')).toBe(2);
  for (const { code } of departments) {
    expect(people.filter((person) => person.departmentCode === code).length).toBeGreaterThan(50);
  }
});

it('is the same every time', () => {
  expect(seedPeople()).toEqual(people);
  expect(people[0]?.id).toBe('13f14d8f-6d26-4f19-a352-f4cbf84418ad');
});

it.each(['id', 'email', 'registerNo'] as const)('gives everybody an own %s', (field) => {
  expect(new Set(people.map((person) => person[field])).size).toBe(people.length);
});

it('has long names and names from right to left', () => {
  expect(people.some(({ name }) => name.length > 28)).toBe(true);
  expect(people.some(({ name }) => /[\u0590-\u06ff]/.test(name))).toBe(true);
});

it('has the accounts that are promised', () => {
  const department = Object.fromEntries(
    people.map(({ email, role, departmentCode }) => [email, [role, departmentCode]]),
  );
  expect(department).toMatchObject({
    'admin@nimbusu.test': ['admin', null],
    'faculty@nimbusu.test': ['faculty', 'CS'],
    'student@nimbusu.test': ['student', 'CS'],
    'student2@nimbusu.test': ['student', 'ME'],
  });
});

it('lets everybody in by the demo password, and nobody into a locked account', async () => {
  expect(await passwordFits(DEMO_HASH, DEMO_PASSWORD)).toBe(true);
  expect(DEMO_HASH).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  expect(await passwordFits(LOCKED_HASH, DEMO_PASSWORD)).toBe(false);
});
