import type { ReactNode } from 'react';
import { createFormat } from '../create-format';
import { messages } from '../en/messages';
import { TextContext } from '../text-context';

const spoken = {
  messages,
  format: createFormat('en', new Intl.DateTimeFormat().resolvedOptions().timeZone, messages.ui.justNow),
};

/** For tests: English at once, without a chunk to wait for. */
export function EnglishText({ children }: { children: ReactNode }) {
  return <TextContext value={spoken}>{children}</TextContext>;
}
