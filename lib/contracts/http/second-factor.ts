import * as z from 'zod/mini';

/** `GET /api/me/second-factor` */
export const SecondFactorState = z.object({
  is_on: z.boolean(),
  since: z.nullable(z.string()),
  recovery_codes_left: z.int(),
});
export type SecondFactorState = z.infer<typeof SecondFactorState>;

/** `POST /api/me/second-factor`: a key for an authenticator app, also to be scanned. Good once a code confirms it. */
export const SecondFactorBegun = z.object({
  /** To be typed where nothing can be scanned. */
  key: z.string(),
  uri: z.string(),
  /** A drawing of `size` by `size` units, as the path of an SVG. */
  qr: z.object({ size: z.int(), path: z.string() }),
});
export type SecondFactorBegun = z.infer<typeof SecondFactorBegun>;

/** Shown this once; each works once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });

export const SecondFactorPassed = z.object({ done: z.boolean() });

/** `DELETE /api/users/{id}/second-factor` */
export const SecondFactorReset = z.object({ was_on: z.boolean() });
