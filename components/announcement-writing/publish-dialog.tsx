'use client';

import { toast } from '@/components/ui/toast';
import { usePublishAnnouncement } from '@/lib/client/announcement/publish-announcement';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { ConfirmSending } from './confirm-sending';

interface PublishDialogProps {
  announcement: AnnouncementView;
  /** Whom it goes to, in words. */
  audience: string;
  onClose: () => void;
}

/** Publishes a saved draft. What is published cannot be called back, so the button says where it goes. */
export function PublishDialog({ announcement, audience, onClose }: PublishDialogProps) {
  const { announcement: words, problem } = useText();
  const { confirm } = words;
  const publish = usePublishAnnouncement();
  const { id, title, target_audience, target_details } = announcement;
  return (
    <ConfirmSending
      open
      onOpenChange={(open) => open || onClose()}
      title={confirm.title(audience)}
      text={confirm.text(title)}
      confirm={confirm.publish(audience)}
      target={{ target_audience, target_details }}
      isSending={publish.isPending}
      problem={publish.error ? confirm.stillDraft(describeProblem(problem, publish.error)) : undefined}
      onConfirm={() =>
        publish.mutate(id, {
          onSuccess: () => {
            onClose();
            toast.success(words.told.published(title, audience));
          },
        })
      }
    />
  );
}
