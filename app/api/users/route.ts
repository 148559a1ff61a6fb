import { UserSearch } from '@/lib/contracts/http/me';
import { UserSearchQuery } from '@/lib/contracts/http/me-requests';
import { searchUsers } from '@/lib/domain/user/queries';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'People to address, at most 20, best match first',
    tag: 'people',
    access: ['admin'],
    query: UserSearchQuery,
    result: UserSearch,
  },
  ({ query, services }) => searchUsers(services.database.sql, query.query),
);
