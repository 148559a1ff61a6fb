import * as z from 'zod';
import type { Answer } from '@/lib/contracts/pushes/socket';
import type { Logger } from '@/lib/infra/logger/logger';
import type { GatewaySocket } from './gateway-socket';

/** Answers a request by name: parsed at the door, then worked on. */
export type Listen = <S extends z.core.$ZodType, T>(
  name: string,
  request: S,
  work: (input: z.output<S>) => Promise<T>,
) => void;

/** A handler's refusal, told to the client as its code. */
export class Refused extends Error {
  constructor(readonly code: 'forbidden' | 'not_found') {
    super(code);
  }
}

/** What arrives is whatever the client sent, so each handler takes unknowns. What fails is told as unavailable. */
export function listenToClient(socket: GatewaySocket, userId: string, logger: Logger): Listen {
  return (name, request, work) => {
    const listen: { on(name: string, listener: (input: unknown, answer: unknown) => void): unknown } = socket;
    listen.on(name, (input, answer) => {
      const reply = (value: Answer<unknown>) => {
        if (typeof answer === 'function') answer(value);
      };
      const parsed = z.safeParse(request, input);
      if (!parsed.success) return reply({ ok: false, code: 'invalid' });
      work(parsed.data).then(
        (data) => reply({ ok: true, data }),
        (error: unknown) => {
          if (error instanceof Refused) return reply({ ok: false, code: error.code });
          logger.warn({ err: error, request: name, userId }, 'a client could not be answered');
          reply({ ok: false, code: 'unavailable' });
        },
      );
    });
  };
}
