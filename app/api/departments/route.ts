import { listDepartments } from '@/lib/domain/department/queries';
import { userRoute } from '../route-wrapper';

export const GET = userRoute({ access: 'signed-in' }, async ({ services }) => ({
  items: await listDepartments(services.database.sql),
}));
