import NextAuth from 'next-auth';
import { env } from '@/lib/infra/env/env';
import { nextAuthOptions } from '../next-auth-options';

/** Built per request: the settings are not there while the app is being built. */
const handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) => {
  // next-auth takes it from the process alone, and it may follow from other settings.
  process.env.NEXTAUTH_URL = env().NEXTAUTH_URL;
  return NextAuth(nextAuthOptions())(request, context);
};

export { handler as GET, handler as POST };
