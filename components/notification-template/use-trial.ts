import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type TriedText, templatePreviewOptions } from '@/lib/client/notification-template/preview-template';

interface Trial {
  /** What it says; nothing while it is asked for, or is wrong. */
  shown: { title: string; message: string } | undefined;
  /** What needs a value. */
  needed: readonly string[];
  /** What is wrong with `title` and `body`, by code. */
  wrong: ReadonlyMap<string, string>;
  /** What is tried: what was typed, else the variable's name. */
  values: Readonly<Record<string, string>>;
  type: (variable: string, value: string) => void;
}

/** What a text says while it is written, with example values that can be typed over. */
export function useTrial(text: TriedText, neededAtFirst: readonly string[]): Trial {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [needed, setNeeded] = useState(neededAtFirst);
  const values = Object.fromEntries(needed.map((variable) => [variable, typed[variable] ?? `[${variable}]`]));
  const { data } = useQuery(templatePreviewOptions(text, values));
  // Which variables there are is for the server to read; what it finds is asked for with the next values.
  useEffect(() => {
    if (data) setNeeded(data.needed);
  }, [data]);
  const { title, message, faults = [] } = data ?? {};
  return {
    shown: title == null || message == null ? undefined : { title, message },
    needed,
    wrong: new Map(faults.map(({ field, code }) => [field, code])),
    values,
    type: (variable, value) => setTyped({ ...typed, [variable]: value }),
  };
}
