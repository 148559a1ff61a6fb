import type { WorkerMessage } from '@/lib/contracts/offline/worker-message';
import { postAuth, wasAccepted } from './auth-request';
import { clearTabStorage, forgetUnsent } from './tab-storage';

/**
 * The session is over: to the log-in page, and back here after it. A whole page load, so that nothing of this user stays
 * in memory. What was typed stays in the tab's storage, under this user's id.
 */
export function leaveToLogin(): void {
  forgetKept();
  const { pathname, search } = window.location;
  window.location.assign(`/login?${new URLSearchParams({ callbackUrl: `${pathname}${search}` })}`);
}

/**
 * Signs out on the server and leaves; the server then cuts this session's other tabs off too.
 * Throws when the server did not do it: the session is alive then.
 */
export async function signOutHere(clearMemory: () => void): Promise<void> {
  const response = await postAuth('signout', { callbackUrl: '/login' });
  if (!(await wasAccepted(response))) throw new Error('sign-out was not accepted');
  clearMemory();
  clearTabStorage();
  forgetKept();
  tellWorker({ type: 'signed-out' });
  window.location.assign('/login');
}

/**
 * What the browser keeps of this user beside the tab's storage: marks that wait, and what the service worker has, which sees
 * by the server's answers too that the session is over.
 */
function forgetKept(): void {
  forgetUnsent();
  tellWorker({ type: 'forget' });
}

function tellWorker(message: WorkerMessage): void {
  if ('serviceWorker' in navigator) navigator.serviceWorker.controller?.postMessage(message);
}
