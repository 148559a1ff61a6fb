import { act, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToReadableStream } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { TimeZoneSetting } from './time-zone-setting';

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

it('is taken over by the browser also when a minute has passed since the server wrote it, and goes on', async () => {
  const page = (
    <EnglishText>
      <Suspense>
        <TimeZoneSetting chosen="UTC" onChoose={() => undefined} />
      </Suspense>
    </EnglishText>
  );
  vi.useFakeTimers({
    now: new Date('2026-11-27T17:16:59Z'),
    toFake: ['Date', 'setInterval', 'clearInterval'],
  });
  const written = await renderToReadableStream(page);
  await written.allReady;
  document.body.innerHTML = await new Response(written).text();
  expect(document.body.textContent).toContain('17:16');
  vi.setSystemTime(new Date('2026-11-27T17:17:01Z'));
  const onRecoverableError = vi.fn();
  const root = await act(async () => hydrateRoot(document.body, page, { onRecoverableError }));
  await screen.findByRole('button', { name: 'Change the time zone' });
  expect(onRecoverableError).not.toHaveBeenCalled();
  vi.setSystemTime(new Date('2026-11-27T17:18:05Z'));
  await act(async () => void vi.advanceTimersByTime(30_000));
  expect(document.body.textContent).toContain('17:18');
  await act(async () => root.unmount());
});
