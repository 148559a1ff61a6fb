import * as z from 'zod/mini';
import { type ProblemCode, problems } from '@/lib/contracts/http/problem';
import type { ApiProblem } from '../http/api-problem';
import { catalogued } from '../http/problem-of-answer';
import { createSocket } from '../realtime/create-socket';

/** A connection of the desk's own: a flood of events must not stand before the notifications of the same tab. */
export interface DeskSocket {
  /** Asks the gateway; throws an {@link ApiProblem} when it refuses or does not answer. */
  ask<S extends z.core.$ZodType>(schema: S, name: DeskRequestName, request: unknown): Promise<z.output<S>>;
  on(name: HeardName, listener: (payload: unknown) => void): void;
  isConnected(): boolean;
  close(): void;
}

type HeardName = 'desk:events' | 'desk:closed' | 'session:ended' | 'connect' | 'connect_error' | 'disconnect';

type DeskRequestName = 'desk:open' | 'desk:close' | 'desk:event' | 'desk:unmask' | 'desk:lag';

const ANSWER_LIMIT_MS = 20_000;

export function createDeskSocket(): DeskSocket {
  const socket = createSocket();
  // The events' names and shapes are checked here, at the door, not by the socket's types.
  const wire: {
    on(name: string, listener: (payload: unknown) => void): unknown;
    timeout(ms: number): { emitWithAck(name: string, request: unknown): Promise<unknown> };
  } = socket;
  socket.connect();
  return {
    on: (name, listener) => void wire.on(name, listener),
    isConnected: () => socket.connected,
    close: () => void socket.disconnect(),
    async ask(schema, name, request) {
      const answer = await wire
        .timeout(ANSWER_LIMIT_MS)
        .emitWithAck(name, request)
        .catch((error: unknown) => {
          throw problemOf('service.unavailable', error);
        });
      const data = dataOf(answer);
      const parsed = z.safeParse(schema, data);
      if (!parsed.success) throw problemOf('service.failed', parsed.error);
      return parsed.data;
    },
  };
}

function dataOf(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null) {
    if ('ok' in answer && answer.ok === true && 'data' in answer) return answer.data;
    if ('code' in answer && typeof answer.code === 'string')
      throw problemOf(codes.get(answer.code) ?? 'service.failed');
  }
  throw problemOf('service.failed');
}

/** The gateway's refusals in the words of the API. */
const codes = new Map<string, ProblemCode>([
  ['invalid', 'request.invalid'],
  ['forbidden', 'auth.forbidden'],
  ['not_found', 'resource.not_found'],
  ['unavailable', 'service.unavailable'],
]);

const problemOf = (code: ProblemCode, cause?: unknown): ApiProblem =>
  catalogued(code, { status: 0, title: problems[code].title, cause });
