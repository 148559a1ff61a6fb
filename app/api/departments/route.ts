import { DepartmentList } from '@/lib/contracts/http/me';
import { listDepartments } from '@/lib/domain/department/queries';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  { summary: 'All departments', tag: 'people', access: 'signed-in', result: DepartmentList },
  async ({ services }) => ({ items: await listDepartments(services.database.sql) }),
);
