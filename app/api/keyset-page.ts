import { DomainProblem } from '@/lib/domain/problem';
import { type KeysetPlace, readCursor } from '@/lib/infra/http/keyset-cursor';

/** The place a list goes on from. @throws {DomainProblem} `request.invalid` for a cursor we did not write */
export function placeAfter(cursor: string | undefined): KeysetPlace | null {
  if (cursor === undefined) return null;
  const place = readCursor(cursor);
  if (place) return place;
  const error = { field: 'cursor', code: 'unknown', message: 'Not a cursor of this list' };
  throw new DomainProblem('request.invalid', { errors: [error] });
}
