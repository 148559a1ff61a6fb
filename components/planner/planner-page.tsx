'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarCog } from 'lucide-react';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { termListOptions } from '@/lib/client/course/list-terms';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useCreateTimetable } from '@/lib/client/planner/change-entry';
import { timetableOfOptions } from '@/lib/client/planner/get-plan';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { PlanView } from './plan-view';

/** Where administrators draft the week of a department and publish it. Which one stands in the address. */
export function PlannerPage() {
  return (
    <Suspense fallback={<ListSkeleton label="" rows={6} />}>
      <Planner />
    </Suspense>
  );
}

function Planner() {
  const text = usePlannerText();
  const address = useAddressFilter();
  const terms = useQuery(termListOptions());
  const departments = useQuery(departmentListOptions());
  const asked = { term_id: address.get('term'), department_id: address.get('department') };
  const isChosen = asked.term_id !== '' && asked.department_id !== '';
  return (
    <>
      <PageHeader title={text.title} />
      <StaleNote />
      <div className="mb-4 grid gap-2 md:grid-cols-[14rem_14rem]">
        <Choice
          label={text.term}
          value={asked.term_id}
          among={terms.data?.items}
          onChoose={(term) => address.set({ term })}
        />
        <Choice
          label={text.department}
          value={asked.department_id}
          among={departments.data?.items}
          onChoose={(department) => address.set({ department })}
        />
      </div>
      {isChosen ? (
        <Chosen asked={asked} />
      ) : (
        <EmptyState icon={CalendarCog} title={text.chooseTitle}>
          {text.chooseText}
        </EmptyState>
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  among: readonly { id: string; name: string }[] | undefined;
  onChoose: (id: string) => void;
}

function Choice({ label, value, among = [], onChoose }: ChoiceProps) {
  const text = usePlannerText();
  return (
    <Select aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">
        {label}: {text.choose}
      </option>
      {among.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function Chosen({ asked }: { asked: { term_id: string; department_id: string } }) {
  const text = usePlannerText();
  const { problem } = useText();
  const found = useQuery(timetableOfOptions(asked));
  const create = useCreateTimetable();
  if (found.isPending) return <ListSkeleton label={text.loading} rows={6} />;
  if (!found.data)
    return <ErrorState title={text.notLoaded} error={found.error} onRetry={() => void found.refetch()} />;
  const [timetable] = found.data.items;
  if (timetable) return <PlanView key={timetable.id} id={timetable.id} />;
  const begin = () =>
    create.mutate(asked, {
      onError: (error) => toast.error(text.notDone(describeProblem(problem, error))),
    });
  return (
    <div>
      <EmptyState icon={CalendarCog} title={text.none}>
        {text.noneText}
      </EmptyState>
      <p className="text-center">
        <Button look="primary" disabled={create.isPending} onClick={begin}>
          {text.begin}
        </Button>
      </p>
    </div>
  );
}
