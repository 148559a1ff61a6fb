'use client';

import { SessionExpiry } from './session-expiry';
import { WaitingMarks } from './waiting-marks';

/** What belongs to a session on every page, and no page waits for. */
export function SessionParts() {
  return (
    <>
      <SessionExpiry />
      <WaitingMarks />
    </>
  );
}
