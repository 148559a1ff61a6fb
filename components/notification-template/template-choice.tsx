'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { useChoiceStatus } from '@/components/course/use-choice-status';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SearchChoice } from '@/components/ui/search-choice';
import { fieldsOfTemplate } from '@/lib/client/notification-template/change-template';
import {
  templateSearchOptions,
  templateTextsOptions,
} from '@/lib/client/notification-template/list-templates';
import { templatePreviewOptions } from '@/lib/client/notification-template/preview-template';
import { useTemplateText } from '@/lib/client/notification-template/template-text';
import { describeFieldError } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { wordOf } from '@/lib/client/text/word-of';
import type { TemplateView } from '@/lib/contracts/http/notification-template';
import { TemplateShown } from './template-trial';

const DATA = 'template_data.';

export interface ChosenTemplate {
  /** Empty while none is chosen. */
  key: string;
  /** Of each variable, empty at first; `null` while it is not known which there are. */
  values: Readonly<Record<string, string>> | null;
}

interface TemplateChoiceProps {
  chosen: ChosenTemplate;
  /** What is wrong, by field: codes of the server for `template_id` and `template_data.<variable>`. */
  refused: ReadonlyMap<string, string>;
  /** It was tried to send it: what lacks is said. */
  isTried: boolean;
  onChange: (chosen: ChosenTemplate) => void;
}

/** A template, the values it needs, and what it then says in each of its languages. */
export function TemplateChoice(props: TemplateChoiceProps) {
  const { chosen, isTried, onChange } = props;
  const text = useTemplateText().choice;
  const statusOf = useChoiceStatus();
  const [typed, setTyped] = useState('');
  const search = useQuery(templateSearchOptions(useDeferredValue(typed.trim())));
  // A template is one, in however many languages it speaks.
  const found = [...new Map((search.data?.items ?? []).map((each) => [each.key, each])).values()];
  if (chosen.key !== '') return <ChosenOne key={chosen.key} {...props} />;
  return (
    <SearchChoice
      label={text.find}
      placeholder={text.placeholder}
      listLabel={text.found}
      error={isTried ? text.noTemplate : undefined}
      value={typed}
      onType={setTyped}
      options={found.map(({ key, title }) => ({ id: key, name: key, detail: title }))}
      status={statusOf(search, found.length)}
      onChoose={({ id }) => onChange({ key: id, values: null })}
    />
  );
}

function ChosenOne({ chosen, refused, isTried, onChange }: TemplateChoiceProps) {
  const template = useTemplateText();
  const { choice: text, faults } = template;
  const { problem } = useText();
  const { key, values } = chosen;
  const { data } = useQuery(templateTextsOptions(key));
  const texts = data?.items;
  const needed = texts?.[0]?.needed;
  const names = needed?.join(' ');
  // Which variables there are may change while the form is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed meanwhile is kept, and asks for nothing.
  useEffect(() => {
    if (!needed) return;
    onChange({ key, values: Object.fromEntries(needed.map((name) => [name, values?.[name] ?? ''])) });
  }, [names]);
  const errorOf = (field: string) => {
    const code = refused.get(field);
    return code === undefined ? undefined : wordOf(faults, code, describeFieldError(problem, code));
  };
  // What is wrong with no field that is shown.
  const other = [...refused.keys()].find(
    (field) => field.startsWith('template_data') && !Object.hasOwn(values ?? {}, field.slice(DATA.length)),
  );
  const isGone = texts?.length === 0 || refused.has('template_id');
  return (
    <section aria-label={text.chosen(key)} className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="font-strong wrap-anywhere">{text.chosen(key)}</h2>
        <Button size="small" onClick={() => onChange({ key: '', values: null })}>
          {text.another}
        </Button>
      </div>
      {isGone && (
        <p role="alert" className="text-danger">
          {text.gone}
        </p>
      )}
      {other !== undefined && (
        <p role="alert" className="text-danger">
          {errorOf(other)}
        </p>
      )}
      {Object.entries(values ?? {}).map(([name, value]) => (
        <Field
          key={name}
          label={name}
          error={errorOf(`${DATA}${name}`) ?? (isTried && value === '' ? text.noValue : undefined)}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={1_000}
              value={value}
              onChange={(event) => onChange({ key, values: { ...values, [name]: event.target.value } })}
            />
          )}
        </Field>
      ))}
      {texts?.map((each) => (
        <TextSaid key={each.id} template={each} values={values ?? {}} />
      ))}
    </section>
  );
}

/** What it says in one language; with its variables while they have no values yet. */
function TextSaid({
  template,
  values,
}: {
  template: TemplateView;
  values: Readonly<Record<string, string>>;
}) {
  const { languages } = useText().layout;
  const { data } = useQuery(templatePreviewOptions(fieldsOfTemplate(template), values));
  const { title, message } = data ?? {};
  const isWhole = Object.values(values).every((value) => value !== '');
  const said =
    isWhole && title != null && message != null
      ? { title, message }
      : { title: template.title, message: template.body };
  return (
    <div className="grid gap-1.5">
      <h3 className="text-sm text-ink-3">{languages[template.locale]}</h3>
      <TemplateShown shown={said} />
    </div>
  );
}
