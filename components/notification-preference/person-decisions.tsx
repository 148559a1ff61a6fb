'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { decisionsOptions } from '@/lib/client/notification-preference/explain';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { useAudienceWords } from './why-facts';
import { WhyRows } from './withheld-section';

/** For administrators: why somebody was notified of an event, or was not. */
export function PersonDecisions({ personId }: { personId: string }) {
  const { decisions: text, why: words } = usePreferenceText();
  const [asked, setAsked] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const found = useQuery({ ...decisionsOptions(personId, asked ?? ''), enabled: asked !== null });
  const audience = useAudienceWords();
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" className="border-b pb-2 text-md">
        {text.title}
      </h2>
      <form
        className="flex flex-wrap items-end gap-2 py-4"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed.trim());
        }}
      >
        <div className="min-w-0 grow">
          <Field label={text.field} hint={text.hint}>
            {(control) => (
              <Input
                {...control}
                maxLength={128}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit">{text.look}</Button>
      </form>
      {asked !== null && found.isPending && <ListSkeleton label={words.loading} rows={2} />}
      {found.isError && !found.data && (
        <ErrorState title={words.notLoaded} error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.data && found.data.items.length + found.data.not_for.length === 0 && <p>{text.none}</p>}
      <WhyRows rows={found.data?.items ?? []} label={text.title} />
      {found.data && found.data.not_for.length > 0 && (
        <>
          <h3 className="border-t pt-3 font-strong">{text.notFor}</h3>
          <ul>
            {found.data.not_for.map((row) => (
              <li key={row.id} className="py-1.5">
                <span dir="auto">{row.title}</span>
                {row.audience && (
                  <span className="block text-sm text-ink-3">
                    {words.audience} {audience(row.audience)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
