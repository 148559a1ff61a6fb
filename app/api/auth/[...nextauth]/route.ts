import NextAuth from 'next-auth';
import { nextAuthOptions } from '../next-auth-options';

/** Built per request: the settings are not there while the app is being built. */
const handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) =>
  NextAuth(nextAuthOptions())(request, context);

export { handler as GET, handler as POST };
