'use client';

import { useEffect } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { useCheckInText } from '@/lib/client/check-in/check-in-text';
import { forgetToken, takeToken } from '@/lib/client/check-in/kept-token';

/** For staff who have scanned a wall. The code leaves the address all the same. */
export function OnlyStudents() {
  const text = useCheckInText();
  useEffect(() => {
    takeToken();
    forgetToken();
  }, []);
  return (
    <>
      <PageHeader title={text.title} />
      <p className="max-w-prose text-ink-2">{text.student.onlyStudents}</p>
    </>
  );
}
