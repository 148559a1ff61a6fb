'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field, FieldError } from '@/components/ui/field';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { usePublishPlan } from '@/lib/client/planner/change-entry';
import { planDiffOptions } from '@/lib/client/planner/get-plan';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { PlanDiff, PlanEntry } from '@/lib/contracts/http/plan';
import { describeConflict } from './conflict-list';
import { placeOf } from './entry-lines';

/** What publishing changes for readers, old and new, and the question whether to. */
export function DiffPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const text = usePlannerText();
  const { problem } = useText();
  const diff = useQuery({ ...planDiffOptions(id), refetchOnMount: 'always' });
  const publish = usePublishPlan(id);
  const [reason, setReason] = useState('');
  const hard = diff.data?.conflicts.filter(({ is_hard }) => is_hard) ?? [];
  const send = (version: number) =>
    publish.mutate(
      { version, reason },
      {
        onSuccess: () => {
          toast.success(text.diff.done);
          onClose();
        },
      },
    );
  return (
    <DialogWindow
      open
      isWide
      onOpenChange={(open) => !open && onClose()}
      title={text.diff.title}
      close={text.diff.close}
      {...(diff.data && { description: text.diff.about(diff.data.people) })}
      actions={
        diff.data && (
          <Button
            look="primary"
            disabled={publish.isPending || (hard.length > 0 && reason.trim() === '')}
            onClick={() => send(diff.data.version)}
          >
            {publish.isPending ? text.diff.publishing : text.diff.publish}
          </Button>
        )
      }
    >
      {diff.isPending && <ListSkeleton label={text.diff.loading} rows={3} />}
      {diff.isError && !diff.data && (
        <ErrorState title={text.diff.notLoaded} error={diff.error} onRetry={() => void diff.refetch()} />
      )}
      {diff.data && <Changes diff={diff.data} />}
      {hard.length > 0 && (
        <>
          <ul className="text-sm text-danger">
            {hard.map((conflict) => (
              <li key={`${conflict.kind} ${conflict.entry_ids.join(' ')} ${conflict.courses.join(' ')}`}>
                {describeConflict(text, conflict)}
              </li>
            ))}
          </ul>
          <Field label={text.diff.reason} hint={text.diff.hard}>
            {(control) => (
              <Input
                {...control}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
      {publish.error && (
        <div role="alert">
          <FieldError
            message={
              publish.error instanceof ApiProblem && publish.error.status === 412
                ? text.diff.newer
                : describeProblem(problem, publish.error)
            }
          />
        </div>
      )}
    </DialogWindow>
  );
}

function Changes({ diff: { added, changed, removed } }: { diff: PlanDiff }) {
  const text = usePlannerText();
  if (added.length + changed.length + removed.length === 0) return <p>{text.diff.nothing}</p>;
  const line = (entry: PlanEntry) => (
    <li key={entry.entry_id} className="border-b py-1.5">
      <span className="font-strong">{entry.course.code}</span> {placeOf(text, entry)}
    </li>
  );
  return (
    <div className="grid gap-3">
      {changed.length > 0 && (
        <section aria-label={text.diff.changed}>
          <h3 className="font-strong">{text.diff.changed}</h3>
          <ul>
            {changed.map(({ before, after }) => (
              <li key={after.entry_id} className="border-b py-1.5">
                <span className="font-strong">{after.course.code}</span>{' '}
                <del className="text-ink-3">{placeOf(text, before)}</del>{' '}
                <ins className="no-underline">{placeOf(text, after)}</ins>
              </li>
            ))}
          </ul>
        </section>
      )}
      {added.length > 0 && (
        <section aria-label={text.diff.added}>
          <h3 className="font-strong">{text.diff.added}</h3>
          <ul>{added.map(line)}</ul>
        </section>
      )}
      {removed.length > 0 && (
        <section aria-label={text.diff.removed}>
          <h3 className="font-strong">{text.diff.removed}</h3>
          <ul>{removed.map(line)}</ul>
        </section>
      )}
    </div>
  );
}
