import { addPushSubscription, removePushSubscription } from './push-subscriptions';

/**
 * What this browser does about pushes. `unsupported`: it cannot, or has no service worker of ours. `blocked`: its user has
 * forbidden it, and only they can allow it again.
 */
export type BrowserPush =
  | { readonly state: 'unsupported' | 'blocked' | 'off' }
  | { readonly state: 'on'; readonly mark: string };

export async function describeBrowser(): Promise<BrowserPush> {
  const manager = await pushManager();
  if (!manager) return { state: 'unsupported' };
  if (Notification.permission === 'denied') return { state: 'blocked' };
  const subscription = await manager.getSubscription();
  return subscription ? { state: 'on', mark: await markOf(subscription) } : { state: 'off' };
}

/** Asks for leave and subscribes; the browser's own question comes first. What it answers is for {@link describeBrowser}. */
export async function subscribeBrowser(publicKey: string): Promise<void> {
  const manager = await pushManager();
  if (!manager || (await Notification.requestPermission()) !== 'granted') return;
  // With another key than the site's one of now it would never be told again.
  await (await manager.getSubscription())?.unsubscribe();
  const subscription = await manager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  try {
    await addPushSubscription(subscription);
  } catch (error) {
    // One that the server does not know would look as if it were on.
    await subscription.unsubscribe();
    throw error;
  }
}

/** Ends a subscription, this browser's own (`isOwn`) also in the browser. */
export async function endSubscription(id: string, isOwn: boolean): Promise<void> {
  await removePushSubscription(id);
  if (isOwn) await (await (await pushManager())?.getSubscription())?.unsubscribe();
}

async function pushManager(): Promise<PushManager | null> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return null;
  return (await navigator.serviceWorker.getRegistration())?.pushManager ?? null;
}

/** SHA-256 of its address, as the server marks it. */
async function markOf(subscription: PushSubscription): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
