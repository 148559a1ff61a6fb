/** Runs once when the web process starts, before it answers. */
export async function register(): Promise<void> {
  // Next would bundle what is imported above for runtimes without Node too.
  const { settleClientAddresses } = await import('@/lib/infra/http/settle-client-address');
  const { env } = await import('@/lib/infra/env/env');
  settleClientAddresses(env().TRUSTED_PROXIES);
}
