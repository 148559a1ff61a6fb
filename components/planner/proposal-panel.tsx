'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field, FieldError } from '@/components/ui/field';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { ApiProblem } from '@/lib/client/http/api-problem';
import {
  proposalOptions,
  useAcceptProposal,
  useEndProposal,
  useStartProposal,
} from '@/lib/client/planner/change-proposal';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { ProposalNumbers } from './proposal-numbers';

const SECONDS = [10, 30, 60];

/** A proposal for a draft: begun, watched, ended, and taken over or not. It goes on when the window is closed. */
export function ProposalPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const text = usePlannerText().proposal;
  const { problem } = useText();
  const found = useQuery(proposalOptions(id));
  const start = useStartProposal(id);
  const end = useEndProposal(id);
  const accept = useAcceptProposal(id);
  const [seconds, setSeconds] = useState(30);
  const proposal = found.data?.proposal ?? null;
  const isLost = found.data?.isLost === true;
  const isRunning = proposal?.status === 'running';
  const isBusy = start.isPending || end.isPending || accept.isPending;
  const error = start.error ?? end.error ?? accept.error;
  const isNewer = accept.error instanceof ApiProblem && accept.error.status === 412;
  const begin = () => {
    accept.reset();
    end.reset();
    start.mutate(seconds);
  };
  const stop = () => {
    start.reset();
    accept.reset();
    end.mutate();
  };
  const take = (version: number) => {
    end.reset();
    accept.mutate(version, {
      onSuccess: ({ moved, added }) => {
        toast.success(text.accepted(moved, added));
        onClose();
      },
    });
  };
  return (
    <DialogWindow
      open
      isWide
      onOpenChange={(open) => !open && onClose()}
      title={text.title}
      close={text.close}
      description={text.about}
      actions={
        found.data &&
        (isRunning ? (
          <Button disabled={isBusy} onClick={stop}>
            {text.cancel}
          </Button>
        ) : (
          <>
            {proposal && (
              <Button disabled={isBusy} onClick={stop}>
                {text.dismiss}
              </Button>
            )}
            <Button look={proposal?.best ? 'secondary' : 'primary'} disabled={isBusy} onClick={begin}>
              {proposal ? text.again : text.start}
            </Button>
            {proposal?.best && proposal.status !== 'failed' && (
              <Button
                look="primary"
                disabled={isBusy || isNewer || proposal.moved + proposal.added === 0}
                onClick={() => take(proposal.version)}
              >
                {accept.isPending ? text.accepting : text.accept}
              </Button>
            )}
          </>
        ))
      }
    >
      {found.isPending && <ListSkeleton label={text.loading} rows={2} />}
      {found.isError && !found.data && (
        <ErrorState title={text.notLoaded} error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.data && !isRunning && (
        <Field label={text.seconds}>
          {(control) => (
            <Select {...control} value={seconds} onChange={(event) => setSeconds(Number(event.target.value))}>
              {SECONDS.map((each) => (
                <option key={each} value={each}>
                  {text.inSeconds(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {isLost && (
        <p role="status" className="font-strong text-warn">
          {text.lost}
        </p>
      )}
      {found.data && found.failureReason && (
        <p role="status" className="text-warn">
          {text.noAnswer}
        </p>
      )}
      {proposal && <ProposalNumbers proposal={proposal} />}
      {error && !isLost && (
        <div role="alert">
          <FieldError message={isNewer ? text.newer : describeProblem(problem, error)} />
        </div>
      )}
    </DialogWindow>
  );
}
