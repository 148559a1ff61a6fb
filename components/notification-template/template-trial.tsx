import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { useTemplateText } from '@/lib/client/notification-template/template-text';

interface TemplateTrialProps {
  shown: { title: string; message: string } | undefined;
  needed: readonly string[];
  values: Readonly<Record<string, string>>;
  onType: (variable: string, value: string) => void;
}

/** What it says, and the example values it says it with. */
export function TemplateTrial({ shown, needed, values, onType }: TemplateTrialProps) {
  const text = useTemplateText();
  return (
    <div className="grid content-start gap-4">
      <section aria-label={text.preview} className="grid gap-1.5">
        <h3 className="font-strong">{text.preview}</h3>
        <TemplateShown shown={shown} />
      </section>
      {needed.length > 0 && (
        <fieldset className="grid gap-3">
          <legend className="mb-1.5 font-strong">{text.sample}</legend>
          {needed.map((variable) => (
            <Field key={variable} label={variable}>
              {(control) => (
                <Input
                  {...control}
                  autoComplete="off"
                  maxLength={1_000}
                  value={values[variable] ?? ''}
                  onChange={(event) => onType(variable, event.target.value)}
                />
              )}
            </Field>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** As a reader gets it. */
export function TemplateShown({ shown }: { shown: TemplateTrialProps['shown'] }) {
  const text = useTemplateText();
  if (!shown) return <p className="text-sm text-ink-3">{text.trying}</p>;
  return (
    <div className="rounded-md border bg-sunken p-3">
      <p className="font-strong wrap-anywhere">{shown.title}</p>
      <p className="wrap-anywhere whitespace-pre-wrap text-ink-2">{shown.message}</p>
    </div>
  );
}
