import { requestJson } from '../http/request-json';

const fetchRequested = () => import('@/lib/contracts/http/password').then((module) => module.ResetRequested);
const fetchReset = () => import('@/lib/contracts/http/password').then((module) => module.PasswordReset);
const fetchEnded = () => import('@/lib/contracts/http/session').then((module) => module.SessionsEnded);

/** `POST /api/password/forgot` */
export const forgotPassword = (email: string) =>
  requestJson(fetchRequested, '/api/password/forgot', { method: 'POST', body: { email } });

/** `POST /api/password/reset` */
export const resetPassword = (token: string, password: string) =>
  requestJson(fetchReset, '/api/password/reset', { method: 'POST', body: { token, password } });

/** `POST /api/me/password` */
export const changePassword = (current_password: string, password: string) =>
  requestJson(fetchEnded, '/api/me/password', { method: 'POST', body: { current_password, password } });
