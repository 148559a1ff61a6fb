'use client';

import { toast } from 'sonner';
import { usePublishAnnouncement } from '@/lib/client/announcement/publish-announcement';
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
      problem={publish.error ? `It is still a draft. ${publish.error.message}.` : undefined}
      onConfirm={() =>
        publish.mutate(announcement.id, {
          onSuccess: () => {
            onOpenChange(false);
            toast.success(`"${announcement.title}" is published to ${audience}`);
          },
        })
      }
    />
  );
}
