import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { EnglishText } from '@/lib/client/text/testing/english-text';

/** For tests: a part of a page in English, with a cache of its own. */
export async function showPart(shown: ReactNode): Promise<void> {
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Suspense>{shown}</Suspense>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
}

/** Into a field, once it is there. */
export const type = async (label: RegExp | string, value: string): Promise<boolean> =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

/** A button, once it is there. */
export const press = async (name: string): Promise<boolean> =>
  fireEvent.click(await screen.findByRole('button', { name }));
