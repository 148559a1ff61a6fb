import type { AllMessages } from '@/lib/client/text/load-messages';
import type { ApiDocument } from '@/lib/contracts/http/api-document';

interface ProblemTableProps {
  readonly problems: ApiDocument['x-problems'];
  readonly text: AllMessages['api'];
}

/** Every problem code there is. */
export function ProblemTable({ problems, text }: ProblemTableProps) {
  return (
    <table className="w-full text-left text-sm">
      <thead className="text-ink-3">
        <tr className="border-b">
          <th className="py-1.5 pr-3 font-normal">{text.code}</th>
          <th className="py-1.5 pr-3 font-normal">{text.status}</th>
          <th className="py-1.5 pr-3 font-normal">{text.meaning}</th>
          <th className="py-1.5 font-normal max-sm:hidden">{text.again}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(problems).map(([code, { status, title, retriable }]) => (
          <tr key={code} id={code} className="border-b align-baseline target:bg-accent-tint">
            <th scope="row" className="py-1.5 pr-3 font-mono font-normal wrap-anywhere">
              {code}
            </th>
            <td className="py-1.5 pr-3 font-mono">{status}</td>
            <td className="py-1.5 pr-3 text-ink-2" lang="en">
              {title}
            </td>
            <td className="py-1.5 text-ink-2 max-sm:hidden">{retriable ? text.mayHelp : text.willNotHelp}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
