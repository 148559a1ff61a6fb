const EVERY_MS = 50;
const PATIENCE_MS = 2_000;

/** Resolves when the address answers with success. Whoever calls it races it against the server's end. */
export async function untilAnswers(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const ok = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) }).then(
      (response) => response.ok,
      () => false, // nobody listens yet
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
