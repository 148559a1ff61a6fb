import * as z from 'zod';
import { CheckInWall } from '@/lib/contracts/http/check-in';
import { ClearDoubt, StartCheckIn } from '@/lib/contracts/http/check-in-requests';

const one = {
  tag: 'attendance',
  access: ['faculty', 'admin'],
  params: z.object({ id: z.string() }),
  result: CheckInWall,
} as const;

export const readCheckIn = {
  ...one,
  summary: 'A class and who has checked in',
  problems: ['resource.not_found'],
} as const;

export const startOne = {
  ...one,
  summary: 'Let students check in to a class, or change until when and from when on they are late',
  body: StartCheckIn,
  bodyOptional: true,
  problems: [
    'resource.not_found',
    'check_in.closed',
    'attendance.cancelled',
    'attendance.too_early',
    'attendance.frozen',
  ],
} as const;

export const stopOne = {
  ...one,
  summary: 'Let nobody check in any more',
  problems: ['resource.not_found'],
} as const;

export const clearOne = {
  ...one,
  summary: 'Let a doubtful check-in stand',
  body: ClearDoubt,
  problems: ['resource.not_found'],
} as const;
