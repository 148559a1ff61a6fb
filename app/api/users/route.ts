import { UserSearch } from '@/lib/contracts/http/me';
import { UserSearchQuery } from '@/lib/contracts/http/me-requests';
import { findUsers, searchUsers } from '@/lib/domain/user/queries';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'People to address, at most 20, best match first; or those of some ids',
    tag: 'people',
    access: ['admin'],
    query: UserSearchQuery,
    result: UserSearch,
  },
  ({ query, services }) => {
    const { sql } = services.database;
    return query.ids === undefined ? searchUsers(sql, query.query) : findUsers(sql, query.ids.split(','));
  },
);
