import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { act } from 'react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { catchInstallOffer, installOffer } from '@/lib/client/offline/install-offer';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { InstallSection } from './install-section';

beforeAll(() => catchInstallOffer());
afterEach(() => {
  cleanup();
  installOffer.set(null);
});

function offered() {
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: vi.fn() });
  act(() => void window.dispatchEvent(event));
  return event;
}
const button = () => screen.queryByRole('button', { name: 'Install NimbusU' });

it('is there only where the browser offers it, and asks once', () => {
  render(<InstallSection />, { wrapper: EnglishText });
  expect(button()).toBeNull();
  const event = offered();
  expect(event.defaultPrevented).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Install NimbusU' }));
  expect(event.prompt).toHaveBeenCalledOnce();
  expect(button()).toBeNull();
});

it('goes when the app was installed by another way', () => {
  render(<InstallSection />, { wrapper: EnglishText });
  offered();
  expect(button()).not.toBeNull();
  act(() => void window.dispatchEvent(new Event('appinstalled')));
  expect(button()).toBeNull();
});
