'use client';

import { ProfileSection } from '@/components/profile/profile-section';
import { Select } from '@/components/ui/controls';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import type { SectionProps } from './section-props';

const levels = ['muted', 'everything'] as const;

/** Courses to hear nothing of, or everything at once. */
export function CourseSection({ settings, save }: SectionProps) {
  const text = usePreferenceText().courses;
  return (
    <ProfileSection title={text.title}>
      {settings.courses.length === 0 && <p className="py-4 text-ink-2">{text.none}</p>}
      <ul>
        {settings.courses.map(({ course_id, name, level }) => (
          <li key={course_id} className="flex flex-wrap items-center justify-between gap-2 border-b py-2.5">
            <span className="min-w-0 wrap-anywhere" dir="auto">
              {name}
            </span>
            <span className="w-48">
              <Select
                aria-label={text.level(name)}
                value={level ?? ''}
                onChange={(event) => {
                  const chosen = levels.find((each) => each === event.target.value);
                  save({ courseId: course_id, set: chosen ? { level: chosen, muted_until: null } : null });
                }}
              >
                <option value="">{text.usual}</option>
                {levels.map((each) => (
                  <option key={each} value={each}>
                    {text[each]}
                  </option>
                ))}
              </Select>
            </span>
          </li>
        ))}
      </ul>
    </ProfileSection>
  );
}
