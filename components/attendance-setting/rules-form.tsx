import { Button } from '@/components/ui/button';
import { Check, Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { NewerNote } from '@/components/ui/newer-note';
import { toast } from '@/components/ui/toast';
import { useAttendanceSettingsText } from '@/lib/client/attendance/attendance-settings-text';
import { fieldsOfRules, useChangeRules } from '@/lib/client/attendance/change-rules';
import { useVersionedFields } from '@/lib/client/form/use-versioned-fields';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { AttendanceRulesView } from '@/lib/contracts/http/attendance-rules';

const groups = {
  alerts: ['warning_percentage', 'critical_percentage', 'minimum_sessions', 'consecutive_absences'],
  marking: ['late_points', 'late_after_minutes', 'open_early_minutes', 'freeze_after_days'],
} as const;
const groupNames = ['alerts', 'marking'] as const;
const switches = ['tell_advisor', 'tell_guardian'] as const;

/** The rules, saved together; whoever is late has the other rules beside their own. */
export function RulesForm({ rules }: { rules: AttendanceRulesView }) {
  const text = useAttendanceSettingsText();
  const { problem } = useText();
  const { mutate, error, isPending, reset } = useChangeRules();
  const empty = fieldsOfRules(rules);
  const form = useVersionedFields({
    view: rules,
    empty,
    fieldsOf: fieldsOfRules,
    schema: AttendanceRulesView,
    error,
    reset,
  });
  const { fields, theirs } = form;
  const send = (over: AttendanceRulesView) =>
    mutate(
      { fields, version: over.version },
      {
        onSuccess: (saved) => {
          form.keepOver(saved);
          toast.success(text.saved);
        },
      },
    );
  const wrong = (name: string) => {
    const found = error instanceof ApiProblem && error.errors.find(({ field }) => field === name);
    if (!found) return undefined;
    const isAbove = name === 'critical_percentage' && found.code === 'custom';
    return isAbove ? text.criticalAbove : describeFieldError(problem, found.code);
  };
  return (
    <form
      noValidate
      aria-label={text.title}
      className="grid gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        send(form.over ?? rules);
      }}
    >
      {groupNames.map((group) => (
        <fieldset key={group} className="grid items-start gap-4 md:grid-cols-2">
          <legend className="mb-3 w-full border-b pb-2 text-md">{text.groups[group]}</legend>
          {groups[group].map((name) => (
            <Field key={name} label={text.fields[name]} hint={text.hints[name]} error={wrong(name)}>
              {(control) => (
                <Input
                  {...control}
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={6}
                  value={fields[name]}
                  onChange={(event) => form.change({ [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
          {group === 'alerts' &&
            switches.map((name) => (
              <Check
                key={name}
                checked={fields[name]}
                onChange={(event) => form.change({ [name]: event.target.checked })}
              >
                {text.fields[name]}
              </Check>
            ))}
        </fieldset>
      ))}
      {theirs ? (
        <NewerNote
          text={text.newer}
          onTake={() => form.take(theirs)}
          onKeep={() => {
            form.keepOver(theirs);
            send(theirs);
          }}
        />
      ) : (
        error && (
          <p role="alert" className="text-danger">
            {describeProblem(problem, error)}
          </p>
        )
      )}
      <div>
        <Button type="submit" look="primary" disabled={isPending || theirs !== undefined}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}
