const KEY = 'nimbusu:check-in';
/** Where storage is denied (private mode), as long as the page lives. */
let inMemory: string | null = null;

/**
 * Takes the token out of the address, where a QR code puts it, and keeps it in this tab until it is used: over a log-in too.
 * The address is another at once, here and in the browser's history. `null`: there was none.
 */
export function takeToken(): string | null {
  const token = window.location.hash.slice(1);
  if (token === '') return null;
  window.history.replaceState(window.history.state, '', window.location.pathname);
  keep(token);
  return token;
}

/** One that was taken and has not been used. */
export function keptToken(): string | null {
  let token = inMemory;
  attempt(() => {
    token = sessionStorage.getItem(KEY);
  });
  return token;
}

export function forgetToken(): void {
  keep(null);
}

function keep(token: string | null): void {
  inMemory = token;
  attempt(() => (token === null ? sessionStorage.removeItem(KEY) : sessionStorage.setItem(KEY, token)));
}

function attempt(access: () => void): void {
  try {
    access();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
