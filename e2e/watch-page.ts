import type { Page } from '@playwright/test';

export interface Watched {
  page: Page;
  /** What must not happen on any page, in words. */
  problems: string[];
}

export async function watchPage(page: Page, origin: string): Promise<Watched> {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) problems.push(`outside request: ${url}`);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(origin).host) problems.push(`outside socket: ${socket.url()}`);
  });
  await page.exposeFunction('tellFault', (fault: unknown) =>
    problems.push(`fault: ${JSON.stringify(fault)}`),
  );
  await page.addInitScript(() => {
    const tell = (fault: unknown) => {
      if ('tellFault' in window && typeof window.tellFault === 'function') window.tellFault(fault);
    };
    window.addEventListener('nimbusu:fault', (event) => {
      if (event instanceof CustomEvent) tell(event.detail);
    });
    // Not all of them are errors in the console.
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      tell({ kind: 'policy', effectiveDirective, blockedURI, sample }),
    );
  });
  return { page, problems };
}
