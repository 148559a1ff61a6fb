import { Badge } from '@/components/ui/badge';
import type { AllMessages } from '@/lib/client/text/load-messages';
import { CodeText } from './code-text';

export interface Field {
  readonly name: string;
  /** Where it stands, when that is not clear: path, query, header. */
  readonly place?: 'path' | 'query' | 'header';
  readonly type: string;
  readonly required: boolean;
  readonly notes: string;
}

interface FieldListProps {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly text: AllMessages['api'];
}

/** Fields or parameters, one a row: two columns on a desk, one on a phone. */
export function FieldList({ title, fields, text }: FieldListProps) {
  const places = { path: text.inPath, query: text.inQuery, header: text.inHeader };
  if (fields.length === 0) return null;
  return (
    <section aria-label={title}>
      <h4 className="mb-1 text-sm text-ink-3">{title}</h4>
      <dl className="border-t">
        {fields.map((field) => (
          <div
            key={`${field.place} ${field.name}`}
            className="grid gap-x-4 border-b py-1.5 sm:grid-cols-[15rem_1fr]"
          >
            <dt className="font-mono text-sm wrap-anywhere">{field.name}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-2 text-sm">
              <span className="text-ink-2">{field.type}</span>
              {field.place && <span className="text-ink-3">{places[field.place]}</span>}
              {field.required && <Badge tone="accent">{text.required}</Badge>}
              {field.notes && (
                <span className="min-w-0 basis-full text-ink-3 wrap-anywhere" lang="en">
                  <CodeText text={field.notes} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
