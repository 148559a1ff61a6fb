import { clsx } from 'clsx';
import type { ReactNode } from 'react';

interface Column {
  readonly label: string;
  /** Numbers stand at the end. */
  readonly isNumber?: boolean;
}

interface NumberTableProps {
  caption: string;
  columns: readonly Column[];
  rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}

/** A dense table with its first column as the name of the row. */
export function NumberTable({ caption, columns, rows }: NumberTableProps) {
  return (
    // Wider than the screen it scrolls by itself, also with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-left tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b text-sm text-ink-3">
            {columns.map(({ label, isNumber }) => (
              <th
                key={label}
                scope="col"
                className={clsx('py-1.5 pr-4 font-normal', isNumber && 'text-right')}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [name, ...cells] }) => (
            <tr key={id} className="border-b">
              <th scope="row" className="min-w-36 py-1.5 pr-4 font-normal wrap-anywhere">
                {name}
              </th>
              {cells.map((cell, place) => (
                <td
                  key={columns[place + 1]?.label}
                  className={clsx(
                    'py-1.5 pr-4',
                    columns[place + 1]?.isNumber && 'text-right whitespace-nowrap',
                  )}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
