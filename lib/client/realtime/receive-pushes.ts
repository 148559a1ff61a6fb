import * as z from 'zod/mini';
import { type PushName, type PushPayload, pushes } from '@/lib/contracts/pushes/socket';
import type { RealtimeSocket } from './create-socket';
import type { ReportFault } from './report-fault';

const parsers: { [N in PushName]: z.core.$ZodType<PushPayload<N>> } = pushes;

/** Parses every push at the door. What the catalogue does not know, or not so, is reported and goes no further. */
export function receivePushes(
  socket: RealtimeSocket,
  receive: <N extends PushName>(name: N, payload: PushPayload<N>) => void,
  report: ReportFault,
): void {
  function parse<N extends PushName>(name: N, raw: unknown): void {
    const parsed = z.safeParse(parsers[name], raw);
    if (parsed.success) receive(name, parsed.data);
    else report({ kind: 'push.invalid', detail: `${name}: ${parsed.error.message}` });
  }
  socket.onAny((name: string, raw: unknown) => {
    if (isPushName(name)) parse(name, raw);
    else report({ kind: 'push.unknown', detail: name });
  });
}

function isPushName(name: string): name is PushName {
  return Object.hasOwn(pushes, name);
}
