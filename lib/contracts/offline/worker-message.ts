/** What a page tells the worker. A worker may be of another build than the page: what it does not know it leaves. */
export type WorkerMessage =
  /** To be there without the network: fetched unless what is kept is younger than `olderThan`, ms. */
  | {
      readonly type: 'keep';
      readonly pages: readonly string[];
      readonly answers: readonly string[];
      readonly olderThan: number;
    }
  /** The session is over. */
  | { readonly type: 'forget' }
  /** Its user has ended it: this browser is told nothing more. */
  | { readonly type: 'signed-out' }
  /** Does the newest build have all these files? Answered on the message's port with a boolean. */
  | { readonly type: 'has-files'; readonly paths: readonly string[] };
