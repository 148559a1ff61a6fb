import * as z from 'zod';

const password = z.string().min(1).max(500);

/** `POST /api/password/forgot` */
export const ForgotPassword = z.strictObject({ email: z.string().min(1).max(320) });

/** `POST /api/password/reset` */
export const ResetPassword = z.strictObject({ token: z.string().min(1).max(200), password });

/** `POST /api/me/password` */
export const ChangePassword = z.strictObject({ current_password: z.string().max(1_000), password });
