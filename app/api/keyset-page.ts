import { DomainProblem } from '@/lib/domain/problem';
import {
  type KeysetPage,
  listMark,
  readCursor,
  type SortKey,
  writeCursor,
} from '@/lib/infra/http/keyset-cursor';

/**
 * The page of a list that a query asks for. Whatever else the query says is the list's filter: a cursor is good for the
 * list and the filter it was written for.
 * @throws {DomainProblem} `request.invalid` for any other cursor
 */
export function pageOf(
  list: string,
  { cursor, limit, ...filter }: { cursor?: string | undefined; limit: number },
  sortKey: SortKey = 'time',
): KeysetPage {
  const mark = listMark(list, filter);
  const after = cursor === undefined ? null : readCursor(mark, cursor, sortKey);
  if (cursor !== undefined && !after) {
    const error = { field: 'cursor', code: 'unknown', message: 'Not a cursor of this list' };
    throw new DomainProblem('request.invalid', { errors: [error] });
  }
  return { after, limit, cursorAt: (place) => writeCursor(mark, place) };
}
