import { requestJson } from '../http/request-json';

const fetchShape = () => import('@/lib/contracts/http/session').then((module) => module.SessionExtended);

/** `POST /api/me/sessions/extend`; a push tells every tab of the session. */
export const extendSession = () => requestJson(fetchShape, '/api/me/sessions/extend', { method: 'POST' });
