'use client';

import { createContext, useContext } from 'react';
import type { Format } from './create-format';
import type { Messages } from './load-messages';

interface Spoken {
  readonly messages: Messages;
  readonly format: Format;
}

export const TextContext = createContext<Spoken | null>(null);

function useSpoken(): Spoken {
  const spoken = useContext(TextContext);
  if (!spoken) throw new Error('this needs a TextProvider above it');
  return spoken;
}

/** All that is said on the page, in the language of its reader. */
export function useText(): Messages {
  return useSpoken().messages;
}

/** Dates, numbers and lists in the reader's language and time zone. */
export function useFormat(): Format {
  return useSpoken().format;
}
