import { describe, expect, it, vi } from 'vitest';
import { keepRunning, type Running } from './keep-running';

function controlled() {
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { ended, end, stop: vi.fn(async () => end('asked')) } satisfies Running & { end: unknown };
}

describe('keepRunning', () => {
  it('starts again what ended by itself, and stops the newest', async () => {
    const [first, second] = [controlled(), controlled()];
    const print = vi.fn();
    const start = vi.fn(() => second);
    const kept = keepRunning({ name: 'bff', running: first, start, print });
    first.end('SIGKILL');
    await vi.waitFor(() => expect(start).toHaveBeenCalledOnce(), 5_000);
    expect(print).toHaveBeenCalledWith('bff ended (SIGKILL); starting it again');
    await kept.stop();
    expect(second.stop).toHaveBeenCalled();
    expect(start).toHaveBeenCalledOnce();
  });

  it('leaves alone what was asked to stop', async () => {
    const first = controlled();
    const start = vi.fn(controlled);
    const kept = keepRunning({ name: 'web', running: first, start, print: vi.fn() });
    await kept.stop();
    expect(first.stop).toHaveBeenCalled();
    expect(start).not.toHaveBeenCalled();
  });

  it('gives up on what keeps ending', async () => {
    const ending = () => ({ ended: Promise.resolve(1), stop: async () => undefined });
    const start = vi.fn(ending);
    const kept = keepRunning({ name: 'bff', running: ending(), start, print: vi.fn(), pauseMs: 0 });
    await expect(kept.failed).rejects.toThrow('bff keeps ending');
    expect(start).toHaveBeenCalledTimes(5);
  });
});
