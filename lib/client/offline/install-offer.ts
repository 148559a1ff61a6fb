import { createStore } from '../realtime/create-store';

/** What Chromium browsers hand to a page that can be installed; in no standard yet, so no type of the platform. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

/** There while the browser would install the app, and has not. */
export const installOffer = createStore<InstallOffer | null>(null);

/** It comes once, soon after the page is loaded: whoever shows it later finds it in the store. */
export function catchInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    if (!isOffer(event)) return;
    // No banner over what is being read; the profile has the button.
    event.preventDefault();
    installOffer.set(event);
  });
  window.addEventListener('appinstalled', () => installOffer.set(null));
}

/** Asks the user in the browser's own words. An offer can be taken up once. */
export async function install(offer: InstallOffer): Promise<void> {
  installOffer.set(null);
  await offer.prompt();
}

function isOffer(event: Event): event is InstallOffer {
  return 'prompt' in event && typeof event.prompt === 'function';
}
