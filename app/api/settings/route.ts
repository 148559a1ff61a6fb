import { ChangeSettings, Settings } from '@/lib/contracts/http/settings';
import { changeSettings } from '@/lib/domain/setting/change-settings';
import { readSettings } from '@/lib/domain/setting/queries';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What is switched for the whole university',
    tag: 'settings',
    access: ['admin'],
    result: Settings,
  },
  ({ services }) => readSettings(services.database.sql),
);

export const PATCH = userRoute(
  {
    summary: 'Switch something for the whole university',
    tag: 'settings',
    access: ['admin'],
    body: ChangeSettings,
    result: Settings,
  },
  ({ body, user, correlationId, services }) =>
    changeSettings(services.unitOfWork, { actor: user, correlationId, change: body }),
);
