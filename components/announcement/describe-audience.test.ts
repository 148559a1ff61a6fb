import { expect, it } from 'vitest';
import { describeAudience } from './describe-audience';

const none = { role_names: [], department_ids: [], user_ids: [] };
const departments = [
  { id: 'd1', code: 'CS', name: 'Computer Science' },
  { id: 'd2', code: 'ME', name: 'Mechanical Engineering' },
];

it.each([
  [{ target_audience: 'all', target_details: none }, 'everyone'],
  [
    { target_audience: 'role', target_details: { ...none, role_names: ['student', 'faculty'] } },
    'all students and faculty',
  ],
  [
    { target_audience: 'department', target_details: { ...none, department_ids: ['d1'] } },
    'Computer Science',
  ],
  [
    { target_audience: 'department', target_details: { ...none, department_ids: ['d1', 'd2'] } },
    'Computer Science and Mechanical Engineering',
  ],
  [{ target_audience: 'users', target_details: { ...none, user_ids: ['u1'] } }, '1 person'],
  [{ target_audience: 'users', target_details: { ...none, user_ids: ['u1', 'u2'] } }, '2 people'],
] as const)('names the audience of %o', (audience, words) => {
  const { target_audience, target_details } = audience;
  const { role_names, department_ids, user_ids } = target_details;
  const lists = { role_names: [...role_names], department_ids: [...department_ids], user_ids: [...user_ids] };
  expect(describeAudience({ target_audience, target_details: lists }, departments)).toBe(words);
});
