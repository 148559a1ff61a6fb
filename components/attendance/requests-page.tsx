'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquareText } from 'lucide-react';
import { OpenOrOver, useIsOpenAsked } from '@/components/layout/open-or-over';
import { useCorrectionText } from '@/lib/client/attendance/correction-text';
import { requestListOptions } from '@/lib/client/attendance/list-requests';
import { useMe } from '@/lib/client/session/me-context';
import { RequestRow } from './request-row';

/** What students ask to be corrected: their own, or that of the courses one decides for; the open ones first. */
export function RequestsPage() {
  const text = useCorrectionText();
  const { role } = useMe();
  const open = useIsOpenAsked();
  const list = useInfiniteQuery(requestListOptions({ open }));
  const none = open ? text.noneOpen[role === 'student' ? 'student' : 'staff'] : text.noneOver;
  return (
    <OpenOrOver text={text} icon={MessageSquareText} list={list} none={none}>
      {(request) => <RequestRow request={request} />}
    </OpenOrOver>
  );
}
