'use client';

import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';
import { ConfirmSending } from './confirm-sending';

interface ConfirmPublishProps {
  title: string;
  /** Whom it goes to, in words. */
  audience: string;
  /** Whom to count; `null` while there is nothing to confirm. */
  target: AnnouncementTarget | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  isPublishing: boolean;
  problem: string | undefined;
  onConfirm: () => void;
}

/** What is published cannot be called back, so the button says where it goes. */
export function ConfirmPublish({ title, audience, isPublishing, ...question }: ConfirmPublishProps) {
  const text = useText().announcement.confirm;
  return (
    <ConfirmSending
      {...question}
      title={text.title(audience)}
      text={text.text(title)}
      confirm={text.publish(audience)}
      isSending={isPublishing}
    />
  );
}
