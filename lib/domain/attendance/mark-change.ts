import type { AttendanceMark, AttendanceSource } from '@/lib/contracts/http/attendance';
import type { MarkToSave } from '@/lib/contracts/http/attendance-requests';
import type { Standing } from './read-standings';
import type { TakenSession } from './take-session';

export interface MarksToRecord {
  readonly session: TakenSession;
  readonly marks: readonly MarkToSave[];
  /** `null`: the clock. */
  readonly by: string | null;
  readonly source: AttendanceSource;
  /** Why; needed once the class is closed, unless it is being closed by this. */
  readonly reason: string;
  readonly correlationId: string;
  /** Told by one ATTENDANCE_BULK_MARKED and not by an event for each change. */
  readonly bulk?: 'import' | 'device' | 'manual';
}

/** A mark that becomes another. */
export interface MarkChange {
  readonly before: Standing;
  readonly after: AttendanceMark & { readonly points: number | null };
}
