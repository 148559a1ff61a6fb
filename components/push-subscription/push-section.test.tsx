import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { PushSection } from './push-section';

const endpoint = 'https://fcm.googleapis.com/fcm/send/x';
let kept: { id: string; mark: string }[];
let subscription: { endpoint: string; toJSON(): object; unsubscribe(): Promise<boolean> } | null;
let permission: 'default' | 'granted' | 'denied';

const manager = {
  getSubscription: async () => subscription,
  subscribe: vi.fn(async () => {
    subscription = {
      endpoint,
      toJSON: () => ({ endpoint }),
      unsubscribe: async () => {
        subscription = null;
        return true;
      },
    };
    return subscription;
  }),
};
const view = (each: { id: string; mark: string }) => ({
  ...each,
  browser: 'Firefox',
  system: 'Linux',
  device: 'desktop',
  created_at: '2026-11-27T10:00:00Z',
  last_success_at: null,
});

beforeEach(() => {
  kept = [];
  subscription = null;
  permission = 'default';
  vi.stubGlobal('PushManager', class {});
  vi.stubGlobal('Notification', {
    get permission() {
      return permission;
    },
    requestPermission: async () => permission,
  });
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { getRegistration: async () => ({ pushManager: manager }) },
  });
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    if (method === 'POST') {
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
      const added = { id: 's1', mark: Buffer.from(bytes).toString('base64url') };
      kept = [added];
      return Response.json(view(added), { status: 201 });
    }
    if (method === 'DELETE') {
      kept = kept.filter(({ id }) => !path.endsWith(id));
      return new Response(null, { status: 204 });
    }
    return Response.json({ public_key: 'BKey', items: kept.map(view) });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

const show = () =>
  act(async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Suspense>
          <PushSection />
        </Suspense>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });

it('turns this device on, and off in the browser too', async () => {
  permission = 'granted';
  await show();
  fireEvent.click(await screen.findByRole('button', { name: 'Turn on for this device' }));
  expect(await screen.findByText('This device is told.')).toBeTruthy();
  expect(manager.subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: 'BKey' });
  expect(screen.getByText('This device')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Turn off Firefox on Linux' }));
  expect(await screen.findByText('This device is told nothing while no page is open.')).toBeTruthy();
  expect(subscription).toBeNull();
});

it('says when the browser forbids it, and offers nothing then', async () => {
  permission = 'denied';
  await show();
  expect(await screen.findByText(/You have forbidden notifications/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Turn on for this device' })).toBeNull();
});

it('says when the browser cannot', async () => {
  Reflect.deleteProperty(navigator, 'serviceWorker');
  await show();
  expect(await screen.findByText(/cannot show notifications/)).toBeTruthy();
});
