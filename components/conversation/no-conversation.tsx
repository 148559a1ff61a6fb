'use client';

import { MessagesSquare } from 'lucide-react';
import { EmptyState } from '@/components/ui/list-states';
import { useConversationText } from '@/lib/client/conversation/conversation-text';

/** Beside the list, while none is open. */
export function NoConversation() {
  const text = useConversationText();
  return (
    <EmptyState icon={MessagesSquare} title={text.choose}>
      {text.chooseText}
    </EmptyState>
  );
}
