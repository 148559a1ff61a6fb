import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Role } from '@/lib/contracts/http/me';
import type { HalfSignedIn, SignedIn } from '@/lib/domain/session/authenticate';
import { services } from './api/services';

/** Where each role begins. */
export const homeOf: Readonly<Record<Role, string>> = {
  student: '/home',
  faculty: '/faculty',
  admin: '/admin',
};

/** Asked once a request, however many layouts and pages want to know. */
export const currentUser = cache(async (): Promise<SignedIn | null> => {
  return services().authenticate((await headers()).get('cookie') ?? undefined);
});

/** Who is half in: the password was right, the second factor is missing. */
export const halfSignedIn = cache(async (): Promise<HalfSignedIn | null> => {
  return services().authenticateHalf((await headers()).get('cookie') ?? undefined);
});

/** For server components: the signed-in user, or off to the login page; a role too few, off to the own home. */
export async function requireUser(path: string, roles?: readonly Role[]): Promise<SignedIn> {
  const user = await currentUser();
  if (!user) {
    const page = (await halfSignedIn()) ? 'second-factor' : 'login';
    redirect(`/${page}?callbackUrl=${encodeURIComponent(path)}`);
  }
  if (roles && !roles.includes(user.role)) redirect(homeOf[user.role]);
  return user;
}
