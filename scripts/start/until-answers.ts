const EVERY_MS = 100;

/** Resolves when the address answers with success. Whoever calls it races it against the server's end. */
export async function untilAnswers(url: string): Promise<void> {
  for (;;) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false, // nobody listens yet
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
