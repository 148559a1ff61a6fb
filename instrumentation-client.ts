import { allowOwnScripts } from '@/lib/client/http/trusted-types';
import { catchInstallOffer } from '@/lib/client/offline/install-offer';

// Before anything else of the page runs: what libraries would do that its policy forbids, they do otherwise.
allowOwnScripts();

// What locks the scrolling under a dialog writes a <style> of its own, and looks for the page's nonce under this name.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
if (nonce) Reflect.set(window, '__webpack_nonce__', nonce);

// zod tries whether it may compile code; the try alone is reported as a breach.
Reflect.set(globalThis, '__zod_globalConfig', { jitless: true });

catchInstallOffer();
