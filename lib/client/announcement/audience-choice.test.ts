import { describe, expect, it } from 'vitest';
import { writing } from '../text/en/writing';
import { emptyAnnouncement } from './announcement-form';
import { type AudienceChoice, choicesOf, isChosen, withChoice, withoutChoice } from './audience-choice';

const nobody = emptyAnnouncement({ role: 'admin', department: null, may_announce_to_department: true });
const students: AudienceChoice = { kind: 'role', id: 'student', name: 'Students' };
const cs: AudienceChoice = { kind: 'department', id: 'd1', name: 'Computer Science' };
const ada: AudienceChoice = { kind: 'users', id: 'u1', name: 'Ada' };
const algorithms: AudienceChoice = { kind: 'course', id: 'c1', name: 'CS204 A' };
const everyone: AudienceChoice = { kind: 'all', id: 'all', name: 'Everyone' };
const departments = [{ id: 'd1', name: 'Computer Science' }];

describe('parts of an audience', () => {
  it.each([students, cs, algorithms, ada, everyone])(
    '$kind is put in, shown and taken out again',
    (choice) => {
      const audience = withChoice(nobody, choice);
      expect(isChosen(audience, choice)).toBe(true);
      expect(choicesOf(audience, departments, writing)).toEqual([choice]);
      expect(withoutChoice(audience, choice)).toEqual(nobody);
    },
  );

  it('all stand for themselves, and come back when it is not for everybody any more', () => {
    const some = [students, cs, ada].reduce(withChoice, nobody);
    const all = withChoice(some, everyone);
    expect(choicesOf(all, departments, writing)).toEqual([everyone]);
    expect(choicesOf(withoutChoice(all, everyone), departments, writing)).toEqual([students, cs, ada]);
    expect(withChoice(all, { ...students, id: 'faculty' })).toMatchObject({ everyone: false });
  });

  it('have a word for those whose name is not known', () => {
    const audience = {
      ...nobody,
      department_ids: ['gone'],
      courses: [{ id: 'c2', name: '' }],
      people: [{ id: 'u2', name: '' }],
    };
    expect(choicesOf(audience, departments, writing).map(({ name }) => name)).toEqual([
      'Somebody',
      'Somebody',
      'Somebody',
    ]);
  });
});
