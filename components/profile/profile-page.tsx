'use client';

import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { useMe } from '@/lib/client/session/me-context';
import { useProfileText } from '@/lib/client/session/profile-text';
import { useText } from '@/lib/client/text/text-context';
import { InstallSection } from './install-section';
import { ProfileSection } from './profile-section';
import { ProfileSettings } from './profile-settings';
import { RareSections } from './rare-sections';
import { SessionSection } from './session-section';

/** Who the user is, how the product speaks to them, and where they are signed in. */
export function ProfilePage() {
  const text = useProfileText();
  return (
    <>
      <PageHeader title={text.title} />
      <StaleNote />
      <div className="grid max-w-2xl gap-10">
        <About />
        <ProfileSettings />
        <RareSections />
        <SessionSection />
        <InstallSection />
      </div>
    </>
  );
}

function About() {
  const { layout } = useText();
  const text = useProfileText();
  const me = useMe();
  const rows = [
    [text.name, me.name],
    [text.email, me.email],
    [text.role, layout.roles[me.role]],
    [text.department, me.department?.name ?? text.noDepartment],
  ];
  return (
    <ProfileSection title={text.about}>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label} className="grid gap-x-4 border-b py-2.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="text-ink-3">{label}</dt>
            <dd className="wrap-anywhere">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm text-ink-3">{text.aboutHint}</p>
    </ProfileSection>
  );
}
