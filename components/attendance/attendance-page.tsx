'use client';

import dynamic from 'next/dynamic';

const StaffAttendance = dynamic(() => import('./staff-attendance').then((module) => module.StaffAttendance));
const StandingPage = dynamic(() =>
  import('@/components/attendance-standing/standing-page').then((module) => module.StandingPage),
);

/** One address, two pages: neither loads what the other is made of. */
export function AttendancePage({ isStudent }: { isStudent: boolean }) {
  return isStudent ? <StandingPage /> : <StaffAttendance />;
}
