// Before anything else of the page runs. What locks the scrolling under a dialog writes a <style> of its own, which the
// page's policy lets through with the nonce; the libraries look for it under this name.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
if (nonce) Reflect.set(window, '__webpack_nonce__', nonce);
