/** Runs once when the web process starts, before it answers. */
export async function register(): Promise<void> {
  // Next would bundle what is imported above for runtimes without Node too.
  const { settleRequests } = await import('@/lib/infra/http/settle-requests');
  const { env } = await import('@/lib/infra/env/env');
  settleRequests(env().TRUSTED_PROXIES);
}
