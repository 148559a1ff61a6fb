import type { Env } from '@/lib/infra/env/read-env';
import { type ArrivalTokens, createArrivalTokens } from './arrival-token';
import { knownPushServices } from './is-push-service';
import { createPushSender, type SendPush } from './send-push';
import { createVapidKeys } from './vapid-keys';

export interface WebPush {
  /** What browsers subscribe to. */
  readonly publicKey: string;
  /** Where a push may be sent to. */
  readonly services: readonly string[];
  readonly send: SendPush;
  readonly arrivalTokens: ArrivalTokens;
}

/** Web Push as both processes need it: the one takes subscriptions, the other sends. */
export function openWebPush(
  settings: Pick<Env, 'NEXTAUTH_SECRET' | 'NEXTAUTH_URL' | 'VAPID_PRIVATE_KEY' | 'PUSH_SERVICES'>,
): WebPush {
  const { origin, protocol } = new URL(settings.NEXTAUTH_URL);
  const keys = createVapidKeys({
    privateKey: settings.VAPID_PRIVATE_KEY,
    secret: settings.NEXTAUTH_SECRET,
    subject: protocol === 'https:' ? origin : 'mailto:nobody@nimbusu.invalid',
  });
  const services = settings.PUSH_SERVICES ?? knownPushServices;
  return {
    publicKey: keys.publicKey,
    services,
    send: createPushSender({ keys, services }),
    arrivalTokens: createArrivalTokens(settings.NEXTAUTH_SECRET),
  };
}
