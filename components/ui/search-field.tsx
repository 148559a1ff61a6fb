'use client';

import { Search } from 'lucide-react';
import { type Ref, useEffect, useRef, useState } from 'react';
import { SEARCH_LENGTH } from '@/lib/contracts/http/search-length';
import { Input } from './controls';
import { Icon } from './icon';

const typingPause = 300;

interface SearchFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  /** Told the words once the typing pauses. */
  onSearch: (words: string) => void;
  ref?: Ref<HTMLInputElement>;
}

/** Words to narrow a list by; Escape takes them out, then leaves. What is in the address comes back when Back is pressed. */
export function SearchField({ label, placeholder, value, onSearch, ref }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const root = useRef<HTMLElement>(null);
  // What is typed before the page has come alive counts too.
  useEffect(() => {
    const words = root.current?.querySelector('input')?.value;
    if (words) setTyped(words);
  }, []);
  // What was told comes back as the value; a letter typed meanwhile stays.
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it waits for the typing alone
  useEffect(() => {
    const words = typed.trim();
    if (words === told.current) return;
    const timer = setTimeout(() => {
      told.current = words;
      onSearch(words);
    }, typingPause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search ref={root} className="relative block min-w-0">
      <Icon of={Search} className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3" />
      <Input
        ref={ref}
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={placeholder ?? label}
        maxLength={SEARCH_LENGTH}
        className="pl-9"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          if (typed === '') event.currentTarget.blur();
          setTyped('');
        }}
      />
    </search>
  );
}
