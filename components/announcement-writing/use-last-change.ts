'use client';

import { useQuery } from '@tanstack/react-query';
import { lastChangeOptions } from '@/lib/client/announcement/get-last-change';
import { useFormat } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

/** By whom this version is what it is and since when, in words; `null` until that is known, and where it was the clock. */
export function useLastChange({ id, version }: AnnouncementView): { name: string; when: string } | null {
  const format = useFormat();
  const { changed_by, changed_at } = useQuery(lastChangeOptions(id, version)).data ?? {};
  return changed_by && changed_at
    ? { name: changed_by.name, when: format.relative(changed_at, Date.now()) }
    : null;
}
