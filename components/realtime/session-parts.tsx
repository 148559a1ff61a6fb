'use client';

import { SessionExpiry } from './session-expiry';
import { WaitingQueues } from './waiting-queues';

/** What belongs to a session on every page, and no page waits for. */
export function SessionParts() {
  return (
    <>
      <SessionExpiry />
      <WaitingQueues />
    </>
  );
}
