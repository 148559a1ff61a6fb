import type { OuterChannel } from '@/lib/domain/notification-channel/outer-channel';
import type { DueDelivery } from '@/lib/domain/notification-channel/take-deliveries';

/**
 * What became of one attempt. `sent`: the channel has taken it. `refused`: it never will. `later`: not this one now.
 * `down`: the channel takes nothing now. `pointless`: there was nothing to ask the channel for.
 */
export type Outcome =
  | { readonly is: 'sent' }
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'pointless'; readonly reason: string }
  | NotYet;

export interface NotYet {
  readonly is: 'later' | 'down';
  readonly reason: string;
  /** When the channel has said so. */
  readonly afterSeconds?: number;
}

/** One way out of the browser. An attempt that throws is one for which the channel was down. */
export interface ChannelPort {
  readonly channel: OuterChannel;
  /** How many it sends at once. */
  readonly atOnce: number;
  /** Ends within a minute and a half. */
  send(delivery: DueDelivery): Promise<Outcome>;
}
