/**
 * What a page may load and run: what is ours, and inline only what carries this answer's nonce. Nobody may frame it, it
 * may post nowhere else, and no `<base>` bends its addresses.
 */
export function pagePolicy(options: {
  nonce: string;
  /** The origins browsers know us by; the live connection is to the same hosts. */
  origins: readonly string[];
  /** Turbopack and React's development build evaluate code and write styles as they go. */
  dev: boolean;
}): string {
  const nonce = `'nonce-${options.nonce}'`;
  // Older Safaris do not take a socket to the own host for 'self'.
  const sockets = options.origins.map((origin) => origin.replace(/^http/, 'ws'));
  const directives = {
    'default-src': ["'self'"],
    'script-src': ["'self'", nonce, "'strict-dynamic'", ...(options.dev ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", options.dev ? "'unsafe-inline'" : nonce],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...sockets],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'frame-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    // No string becomes markup or a script but through the one policy of instrumentation-client.ts.
    ...(options.dev ? {} : { 'require-trusted-types-for': ["'script'"], 'trusted-types': ['default'] }),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
