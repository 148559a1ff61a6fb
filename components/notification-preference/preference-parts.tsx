'use client';

import { CourseSection } from './course-section';
import { DigestSection } from './digest-section';
import { MatrixSection } from './matrix-section';
import { PauseSection } from './pause-section';
import { QuietSection } from './quiet-section';
import type { SectionProps } from './section-props';
import { WithheldSection } from './withheld-section';

/** What stands below the presets: fetched once the page is up. */
export function PreferenceParts(props: SectionProps) {
  return (
    <>
      <MatrixSection {...props} />
      <QuietSection {...props} key={JSON.stringify(props.settings.quiet_hours)} />
      <PauseSection {...props} />
      <DigestSection {...props} />
      <CourseSection {...props} />
      <WithheldSection />
    </>
  );
}
