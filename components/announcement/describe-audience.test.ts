import { expect, it } from 'vitest';
import { createFormat } from '@/lib/client/text/create-format';
import { messages as german } from '@/lib/client/text/de/messages';
import { messages as english } from '@/lib/client/text/en/messages';
import { describeAudience } from './describe-audience';

const none = { role_names: [], department_ids: [], course_ids: [], user_ids: [] };
const departments = [
  { id: 'd1', code: 'CS', name: 'Computer Science' },
  { id: 'd2', code: 'ME', name: 'Mechanical Engineering' },
];

it.each([
  [{ target_audience: 'all', target_details: none }, 'everyone', 'alle'],
  [
    { target_audience: 'role', target_details: { ...none, role_names: ['student', 'faculty'] } },
    'all students and faculty',
    'alle Studierenden und Lehrenden',
  ],
  [
    { target_audience: 'department', target_details: { ...none, department_ids: ['d1'] } },
    'Computer Science',
    'Computer Science',
  ],
  [
    { target_audience: 'department', target_details: { ...none, department_ids: ['d1', 'd2'] } },
    'Computer Science and Mechanical Engineering',
    'Computer Science und Mechanical Engineering',
  ],
  [{ target_audience: 'users', target_details: { ...none, user_ids: ['u1'] } }, '1 person', '1 Person'],
  [{ target_audience: 'course', target_details: { ...none, course_ids: ['c1'] } }, '1 course', '1 Kurs'],
  [
    {
      target_audience: 'combined',
      target_details: { ...none, role_names: ['student'], course_ids: ['c1', 'c2'] },
    },
    'all students, of 2 courses',
    'alle Studierenden, aus 2 Kursen',
  ],
  [
    { target_audience: 'users', target_details: { ...none, user_ids: ['u1', 'u2'] } },
    '2 people',
    '2 Personen',
  ],
] as const)('names the audience of %o', (audience, inEnglish, inGerman) => {
  const { target_audience, target_details } = audience;
  const { role_names, department_ids, course_ids, user_ids } = target_details;
  const lists = {
    role_names: [...role_names],
    department_ids: [...department_ids],
    course_ids: [...course_ids],
    user_ids: [...user_ids],
  };
  const described = (locale: 'en' | 'de', words: typeof english.announcement.audience) =>
    describeAudience({ target_audience, target_details: lists }, departments, {
      words,
      format: createFormat(locale, 'UTC', ''),
    });
  expect(described('en', english.announcement.audience)).toBe(inEnglish);
  expect(described('de', german.announcement.audience)).toBe(inGerman);
});
