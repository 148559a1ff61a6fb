import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { isOutage } from '@/lib/infra/db/is-outage';

export interface OutageGate {
  /** Runs `work` as often as it takes while an outage is what makes it fail; any other error is the caller's. */
  pass<T>(work: () => Promise<T>, waiting: { heartbeat(): Promise<void>; active(): boolean }): Promise<T>;
}

const PAUSE_MS = 500;

/**
 * One circuit breaker for the whole process: after three outages in a row nothing is tried for a second, then one
 * attempt probes. Whoever waits keeps its membership.
 */
export function createOutageGate(options: {
  onOpen: (open: boolean) => void;
  onOutage: (error: unknown) => void;
}): OutageGate {
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: 1_000,
    breaker: new ConsecutiveBreaker(3),
  });
  breaker.onStateChange((state) => options.onOpen(state === CircuitState.Open));
  return {
    async pass(work, waiting) {
      for (;;) {
        try {
          return await breaker.execute(work);
        } catch (error) {
          if (!isOutage(error) || !waiting.active()) throw error;
          if (!(error instanceof BrokenCircuitError)) options.onOutage(error);
          await waiting.heartbeat();
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
      }
    },
  };
}
