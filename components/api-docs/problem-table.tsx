import type { ApiDocument } from '@/lib/contracts/http/api-document';

/** Every problem code there is. */
export function ProblemTable({ problems }: { problems: ApiDocument['x-problems'] }) {
  return (
    <table className="w-full text-left text-sm">
      <thead className="text-ink-3">
        <tr className="border-b">
          <th className="py-1.5 pr-3 font-normal">Code</th>
          <th className="py-1.5 pr-3 font-normal">Status</th>
          <th className="py-1.5 pr-3 font-normal">Meaning</th>
          <th className="py-1.5 font-normal max-sm:hidden">Again?</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(problems).map(([code, { status, title, retriable }]) => (
          <tr key={code} id={code} className="border-b align-baseline target:bg-accent-tint">
            <th scope="row" className="py-1.5 pr-3 font-mono font-normal wrap-anywhere">
              {code}
            </th>
            <td className="py-1.5 pr-3 font-mono">{status}</td>
            <td className="py-1.5 pr-3 text-ink-2">{title}</td>
            <td className="py-1.5 text-ink-2 max-sm:hidden">{retriable ? 'may help' : 'will not help'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
