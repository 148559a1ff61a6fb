const TIMEOUT_MS = 20_000;

export interface OutgoingSms {
  /** The same each time it is tried: the gateway sends one. */
  readonly id: string;
  /** In international form: `+49...` */
  readonly to: string;
  readonly text: string;
}

export type SmsAnswer =
  | { readonly is: 'sent' }
  | { readonly is: 'refused' | 'down'; readonly reason: string }
  | { readonly is: 'later'; readonly reason: string; readonly afterSeconds?: number };

/** Never throws. */
export type SendSms = (sms: OutgoingSms) => Promise<SmsAnswer>;

/**
 * Through a gateway that takes `POST {"id", "to", "text"}` with a bearer token and an `Idempotency-Key`, and answers 2xx
 * when it has taken the message. 400, 404 and 422 are its word on this number or text; what else it refuses is its word on us.
 */
export function createSmsSender(options: { url: string; token: string | null }): SendSms {
  const { url, token } = options;
  return async ({ id, to, text }) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          ...(token !== null && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ id, to, text }),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const said = (await response.text()).slice(0, 300);
      if (response.ok) return { is: 'sent' };
      const reason = `${response.status} ${said}`.trim();
      if ([400, 404, 422].includes(response.status)) return { is: 'refused', reason };
      if (response.status !== 429) return { is: 'down', reason };
      const seconds = Number(response.headers.get('retry-after') ?? '');
      return { is: 'later', reason, ...(seconds > 0 && { afterSeconds: seconds }) };
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      return { is: 'down', reason: cause instanceof Error ? cause.message : String(cause) };
    }
  };
}
