import * as z from 'zod';

/** What is used of a person's claims. Some providers write the flag as a text. */
export const ProviderClaims = z.object({
  iss: z.string().max(500),
  sub: z.string().min(1).max(255),
  email: z
    .string()
    .max(320)
    .default('')
    .transform((email) => email.trim().toLowerCase()),
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .default(false)
    .transform((flag) => flag === true || flag === 'true'),
  name: z
    .string()
    .default('')
    .transform((name) => name.trim().slice(0, 200)),
});

const Claims = z.looseObject({ sub: z.string() });

/**
 * The claims of an ID token whose signature has been checked, and those of the userinfo endpoint, where many providers tell
 * the e-mail alone; what is signed goes before.
 * @throws when the two are of different people
 */
export function mergeClaims(idToken: string, userinfo: unknown): Record<string, unknown> & { sub: string } {
  const body = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  const signed = Claims.parse(JSON.parse(body));
  if (userinfo === null) return signed;
  const told = Claims.parse(userinfo);
  if (told.sub !== signed.sub) throw new Error('The userinfo is of somebody else');
  return { ...told, ...signed };
}
