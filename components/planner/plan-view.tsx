'use client';

import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useIsWide } from '@/components/ui/use-is-wide';
import { planOptions } from '@/lib/client/planner/get-plan';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import type { PlanEntry } from '@/lib/contracts/http/plan';
import { ConflictList } from './conflict-list';
import { PlanDays } from './plan-days';

const fetchBoard = () => import('./plan-board').then((module) => module.PlanBoard);
const fetchForm = () => import('./entry-form').then((module) => module.EntryForm);
const fetchProposal = () => import('./proposal-panel').then((module) => module.ProposalPanel);
const fetchRename = () => import('./rename-form').then((module) => module.RenameForm);
const fetchDiff = () => import('./diff-panel').then((module) => module.DiffPanel);

/** One draft: a board where there is room, its days one below the other on a phone; what is in its way, and publishing. */
export function PlanView({ id }: { id: string }) {
  const text = usePlannerText();
  const plan = useQuery(planOptions(id));
  const isWide = useIsWide('lg', false);
  const [editing, setEditing] = useState<PlanEntry | 'new' | null>(null);
  const [isReviewing, setIsReviewing] = useState(false);
  const [isProposing, setIsProposing] = useState(false);
  const [isRenaming, setIsRenaming] = useState(false);
  const Rename = useFetchedPart(fetchRename, {
    isWanted: isRenaming,
    onFailed: () => setIsRenaming(false),
  });
  const Board = useFetchedPart(fetchBoard, { isWanted: isWide });
  const Form = useFetchedPart(fetchForm, { isWanted: editing !== null, onFailed: () => setEditing(null) });
  const Diff = useFetchedPart(fetchDiff, { isWanted: isReviewing, onFailed: () => setIsReviewing(false) });
  const Proposal = useFetchedPart(fetchProposal, {
    isWanted: isProposing,
    onFailed: () => setIsProposing(false),
  });
  if (plan.isPending) return <ListSkeleton label={text.loading} rows={6} />;
  if (!plan.data)
    return <ErrorState title={text.notLoaded} error={plan.error} onRetry={() => void plan.refetch()} />;
  const { entries, conflicts, unpublished, missing, timetable } = plan.data;
  const isDraft = unpublished > 0 || timetable.published_at === null;
  return (
    <>
      <div className="mb-3 flex min-w-0 items-center gap-2">
        <h2 className="wrap-anywhere min-w-0 text-md font-strong">
          {timetable.name || timetable.department.name}
        </h2>
        <Button look="quiet" size="icon" aria-label={text.rename.open} onClick={() => setIsRenaming(true)}>
          <Icon of={Pencil} />
        </Button>
      </div>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Button onClick={() => setEditing('new')}>
          <Icon of={Plus} /> {text.add}
        </Button>
        <Button disabled={entries.length + missing === 0} onClick={() => setIsProposing(true)}>
          {text.propose}
        </Button>
        <Button look="primary" disabled={!isDraft} onClick={() => setIsReviewing(true)}>
          {text.review}
        </Button>
        <Badge tone={isDraft ? 'accent' : 'neutral'}>
          {unpublished > 0
            ? text.unpublished(unpublished)
            : timetable.published_at === null
              ? text.neverPublished
              : text.published}
        </Badge>
      </div>
      {missing > 0 && <p className="mb-3 text-ink-2">{text.missing(missing)}</p>}
      {entries.length === 0 && missing === 0 && <p className="py-4 text-ink-2">{text.empty}</p>}
      {isWide && Board ? (
        <Board plan={plan.data} onEdit={setEditing} />
      ) : (
        <PlanDays plan={plan.data} onEdit={setEditing} />
      )}
      <ConflictList conflicts={conflicts} />
      {Form && editing !== null && (
        <Form
          timetable={timetable}
          entry={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {Proposal && isProposing && <Proposal id={id} onClose={() => setIsProposing(false)} />}
      {Rename && isRenaming && <Rename timetable={timetable} onClose={() => setIsRenaming(false)} />}
      {Diff && isReviewing && <Diff id={id} onClose={() => setIsReviewing(false)} />}
    </>
  );
}
