import type { ReactNode } from 'react';
import { currentUser } from '@/app/current-user';
import { MessagesFrame } from '@/components/conversation/messages-frame';

/** The list of conversations stays while one after the other is opened. */
export default async function MessagesLayout({ children }: { children: ReactNode }) {
  // The page sends strangers to the log-in.
  return (await currentUser()) ? <MessagesFrame>{children}</MessagesFrame> : children;
}
