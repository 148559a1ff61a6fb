import webPush from 'web-push';
import { isPushService } from './is-push-service';
import type { VapidKeys } from './vapid-keys';

const TIMEOUT_MS = 15_000;

export interface PushTarget {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export interface PushToSend {
  readonly target: PushTarget;
  /** Encrypted for the browser alone; at most about 3,900 bytes. */
  readonly payload: string;
  readonly isUrgent: boolean;
  /** How long the service may keep it for a device that is off, s. */
  readonly keepSeconds: number;
  /** A later one of the same topic replaces one that is still kept; at most 32 letters, digits, `-` and `_`. */
  readonly topic: string;
}

/** `gone`: the browser has taken its subscription back. `refused`: never this one. `later`: the service is too busy. */
export type PushAnswer =
  | { readonly is: 'taken' }
  | { readonly is: 'gone' }
  | { readonly is: 'refused' | 'down'; readonly reason: string }
  | { readonly is: 'later'; readonly reason: string; readonly afterSeconds?: number };

export type SendPush = (push: PushToSend) => Promise<PushAnswer>;

/** Sends one push to the service of one browser; never throws. */
export function createPushSender(options: { keys: VapidKeys; services: readonly string[] }): SendPush {
  const { keys, services } = options;
  return async ({ target, payload, isUrgent, keepSeconds, topic }) => {
    const { endpoint, p256dh, auth } = target;
    if (!isPushService(endpoint, services)) return { is: 'refused', reason: 'not a push service we know' };
    const host = new URL(endpoint).host;
    try {
      const { headers, body } = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        payload,
        {
          vapidDetails: { ...keys },
          TTL: keepSeconds,
          urgency: isUrgent ? 'high' : 'normal',
          topic,
        },
      );
      const told = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: told.filter(([name]) => name !== 'Content-Length'),
        body: new Uint8Array(body),
        // A service that sends us elsewhere is none.
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      return judge(response, host);
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      return { is: 'down', reason: `${host}: ${cause instanceof Error ? cause.message : String(cause)}` };
    }
  };
}

function judge({ status, headers }: Response, host: string): PushAnswer {
  if (status >= 200 && status < 300) return { is: 'taken' };
  if (status === 404 || status === 410) return { is: 'gone' };
  const reason = `${host} answered ${status}`;
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? '');
    return { is: 'later', reason, ...(seconds > 0 && { afterSeconds: seconds }) };
  }
  return status >= 500 ? { is: 'down', reason } : { is: 'refused', reason };
}
