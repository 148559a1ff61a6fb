import { UserSearchQuery } from '@/lib/contracts/http/me';
import { searchUsers } from '@/lib/domain/user/queries';
import { userRoute } from '../route-wrapper';

export const GET = userRoute({ access: ['admin'], query: UserSearchQuery }, ({ query, services }) =>
  searchUsers(services.database.sql, query.query),
);
