/** What a push says to the service worker. */
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  /** A path of the site. */
  readonly url: string;
  /** Notifications of one tag replace each other on the screen. */
  readonly tag: string;
  /** What to say back when it has arrived; `null`: nothing. */
  readonly arrival: { readonly delivery_id: string; readonly token: string } | null;
}
