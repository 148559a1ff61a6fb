import { RelativeTime } from '@/components/ui/relative-time';
import { useReachText } from '@/lib/client/announcement/reach-text';
import type { ReachPerson } from '@/lib/contracts/http/reach';

interface PeopleTableProps {
  people: ReachPerson[];
  withAcknowledged: boolean;
}

/** Who it was announced to and how far it has come with each; on a phone the furthest step alone. */
export function PeopleTable({ people, withAcknowledged }: PeopleTableProps) {
  const { columns, people: name, numbers } = useReachText();
  const wide = 'px-2 py-1.5 font-normal max-md:hidden';
  return (
    <table aria-label={name} className="w-full border-t text-left">
      <thead className="text-sm text-ink-3 max-md:sr-only">
        <tr className="border-b">
          <th scope="col" className="py-1.5 pr-2 font-normal">
            {columns.name}
          </th>
          <th scope="col" className={wide}>
            {columns.department}
          </th>
          <th scope="col" className={wide}>
            {numbers.delivered}
          </th>
          <th scope="col" className={wide}>
            {numbers.seen}
          </th>
          {withAcknowledged && (
            <th scope="col" className={wide}>
              {numbers.acknowledged}
            </th>
          )}
          <th scope="col" className="md:hidden">
            {columns.state}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} withAcknowledged={withAcknowledged} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, withAcknowledged }: { person: ReachPerson; withAcknowledged: boolean }) {
  const { name, email, department, delivered_at, seen_at, acknowledged_at } = person;
  return (
    <tr className="border-b align-baseline">
      <th scope="row" className="py-2 pr-2 font-normal md:py-1.5">
        <bdi className="wrap-anywhere">{name}</bdi>
        <span className="ml-2 text-sm wrap-anywhere text-ink-3 max-md:ml-0 max-md:block">{email}</span>
      </th>
      <td className="px-2 text-sm text-ink-2 max-md:hidden">{department?.code}</td>
      <Step at={delivered_at} />
      <Step at={seen_at} />
      {withAcknowledged && <Step at={acknowledged_at} />}
      <td className="py-2 text-right text-sm text-ink-2 md:hidden">
        <LastStep person={person} />
      </td>
    </tr>
  );
}

function Step({ at }: { at: string | null }) {
  return (
    <td className="px-2 text-sm whitespace-nowrap text-ink-2 max-md:hidden">
      {at === null ? <span className="text-ink-3">–</span> : <RelativeTime at={at} />}
    </td>
  );
}

/** The furthest that the announcement has come with this person. */
function LastStep({ person }: { person: ReachPerson }) {
  const text = useReachText();
  const { acknowledged_at, seen_at, delivered_at } = person;
  const [at, word] =
    acknowledged_at !== null
      ? ([acknowledged_at, text.numbers.acknowledged] as const)
      : seen_at !== null
        ? ([seen_at, text.numbers.seen] as const)
        : ([delivered_at, text.numbers.delivered] as const);
  if (at === null) return text.never;
  return (
    <>
      <span className="block">{word}</span>
      <RelativeTime at={at} className="text-ink-3" />
    </>
  );
}
