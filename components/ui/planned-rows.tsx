/** A row of a file, and what would come of it. */
export interface PlannedRow {
  /** From 1; the header is row 1. */
  row: number;
  label: string;
  changes: readonly { name: string; from: string | null; to: string | null }[];
  problems: readonly { name: string; value: string; what: string }[];
  note?: string | undefined;
}

export interface PlannedRowsText {
  readonly row: (row: number) => string;
  readonly more: (count: number) => string;
  /** Where there is no value. */
  readonly nothing: string;
}

interface PlannedRowsProps {
  id: string;
  title: string;
  /** Of which file they are. */
  fileName?: string;
  rows: readonly PlannedRow[];
  /** How many there are, listed or not. */
  count: number;
  text: PlannedRowsText;
}

/** Rows of a file with one outcome, one below the other; nothing where there are none. */
export function PlannedRows({ id, title, fileName, rows, count, text }: PlannedRowsProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-b pb-2 text-md">
        {title}
        {fileName && <span className="ml-1 text-sm font-normal text-ink-3">{fileName}</span>}
      </h2>
      <ul>
        {rows.map((row) => (
          <Row key={row.row} row={row} text={text} />
        ))}
      </ul>
      {count > rows.length && <p className="py-2 text-ink-3">{text.more(count - rows.length)}</p>}
    </section>
  );
}

function Row({ row, text }: { row: PlannedRow; text: PlannedRowsText }) {
  return (
    <li className="grid gap-x-4 border-b py-1.5 [content-visibility:auto] md:grid-cols-[5rem_minmax(0,18rem)_minmax(0,1fr)]">
      <span className="text-sm text-ink-3 tabular-nums md:py-0.5">{text.row(row.row)}</span>
      <bdi className="wrap-anywhere">{row.label}</bdi>
      <span className="min-w-0 wrap-anywhere">
        {row.changes.map(({ name, from, to }) => (
          <span key={name} className="block">
            {name}: <bdi>{from || text.nothing}</bdi> → <bdi>{to || text.nothing}</bdi>
          </span>
        ))}
        {row.problems.map(({ name, value, what }) => (
          <span key={`${name} ${what}`} className="block text-danger">
            {name}
            {value !== '' && (
              <>
                {' '}
                <q>
                  <bdi>{value}</bdi>
                </q>
              </>
            )}{' '}
            {what}
          </span>
        ))}
        {row.note && <span className="block text-ink-2">{row.note}</span>}
      </span>
    </li>
  );
}
