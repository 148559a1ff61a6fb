import { requestJson } from '../http/request-json';

const shapes = () => import('@/lib/contracts/http/second-factor');
const path = '/api/me/second-factor';
const post = { method: 'POST' } as const;

/** `GET /api/me/second-factor` */
export const getSecondFactor = () => requestJson(() => shapes().then((all) => all.SecondFactorState), path);

/** `POST /api/me/second-factor` */
export const beginSecondFactor = () =>
  requestJson(() => shapes().then((all) => all.SecondFactorBegun), path, post);

/** `POST /api/me/second-factor/confirm` */
export const confirmSecondFactor = (code: string) =>
  requestJson(() => shapes().then((all) => all.RecoveryCodes), `${path}/confirm`, {
    ...post,
    body: { code },
  });

/** `POST /api/me/second-factor/recovery-codes` */
export const renewRecoveryCodes = (code: string) =>
  requestJson(() => shapes().then((all) => all.RecoveryCodes), `${path}/recovery-codes`, {
    ...post,
    body: { code },
  });

/** `POST /api/me/second-factor/remove` */
export const removeSecondFactor = (code: string) =>
  requestJson(() => shapes().then((all) => all.SecondFactorPassed), `${path}/remove`, {
    ...post,
    body: { code },
  });

/** `POST /api/me/second-factor/pass` */
export const passSecondFactor = (code: string) =>
  requestJson(() => shapes().then((all) => all.SecondFactorPassed), `${path}/pass`, {
    ...post,
    body: { code },
  });
