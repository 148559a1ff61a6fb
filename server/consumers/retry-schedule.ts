/** The contract's retries: three, after 100 ms, doubled, at most 5 s apart. */
export const contractRetries = { retries: 3, firstMs: 100, factor: 2, mostMs: 5_000 } as const;

export interface RetrySettings {
  readonly retries: number;
  readonly firstMs: number;
  readonly factor: number;
  readonly mostMs: number;
}

/** How long to wait before the attempt after `failures` failed ones, in ms; `null`: no more attempts. */
export function delayBeforeRetry(failures: number, settings: RetrySettings = contractRetries): number | null {
  if (failures > settings.retries) return null;
  return Math.min(settings.firstMs * settings.factor ** (failures - 1), settings.mostMs);
}
