'use client';

import { toast } from '@/components/ui/toast';
import { usePublishAnnouncement } from '@/lib/client/announcement/publish-announcement';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { ConfirmPublish } from './confirm-publish';

interface PublishDialogProps {
  announcement: AnnouncementView;
  audience: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Publishes a saved draft, once the audience has been named and confirmed. */
export function PublishDialog({ announcement, audience, open, onOpenChange }: PublishDialogProps) {
  const { announcement: words, problem } = useText();
  const publish = usePublishAnnouncement();
  return (
    <ConfirmPublish
      title={announcement.title}
      audience={audience}
      target={{
        target_audience: announcement.target_audience,
        target_details: announcement.target_details,
      }}
      open={open}
      onOpenChange={onOpenChange}
      isPublishing={publish.isPending}
      problem={publish.error ? words.confirm.stillDraft(describeProblem(problem, publish.error)) : undefined}
      onConfirm={() =>
        publish.mutate(announcement.id, {
          onSuccess: () => {
            onOpenChange(false);
            toast.success(words.told.published(announcement.title, audience));
          },
        })
      }
    />
  );
}
