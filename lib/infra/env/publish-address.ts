import { env } from './env';

/** next-auth takes its public address from the process's environment alone, and ours may follow from other settings. */
export function publishAddress(): void {
  process.env.NEXTAUTH_URL = env().NEXTAUTH_URL;
}
