'use client';

import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';

import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { unreadCountOptions } from '@/lib/client/notification/count-unread';
import { useReadAllNotifications } from '@/lib/client/notification/read-all-notifications';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

export function MarkAllRead() {
  const { inbox, problem } = useText();
  const { data } = useQuery(unreadCountOptions());
  const { mutate, isPending } = useReadAllNotifications();
  return (
    <Button
      size="small"
      className="h-11 md:h-8.5"
      disabled={isPending || data === undefined || data.unread_count === 0}
      onClick={() =>
        mutate(undefined, {
          onError: (error) => toast.error(inbox.allStillUnread(describeProblem(problem, error))),
        })
      }
    >
      <Icon of={CheckCheck} /> {inbox.markAllRead}
    </Button>
  );
}
