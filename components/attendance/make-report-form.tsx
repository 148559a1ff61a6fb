import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { toast } from '@/components/ui/toast';
import { type ReportWish, useMakeReport } from '@/lib/client/attendance/list-reports';
import { useReportText } from '@/lib/client/attendance/report-text';
import { termListOptions } from '@/lib/client/course/list-terms';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useMe } from '@/lib/client/session/me-context';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { ReportFormat, type ReportType } from '@/lib/contracts/http/attendance-report';
import { ReportSubject } from './report-subject';

const typesOf: Readonly<Record<'admin' | 'faculty', readonly ReportType[]>> = {
  admin: ['course', 'student', 'department'],
  // Of a student or a department they would see a part alone.
  faculty: ['course'],
};

/** What a report is about, of which days and as what. A term fills in its days. */
export function MakeReportForm() {
  const text = useReportText();
  const { problem } = useText();
  const { role } = useMe();
  const { mutate, isPending, error } = useMakeReport();
  const terms = useQuery(termListOptions()).data?.items ?? [];
  const current = terms.find(({ is_current }) => is_current) ?? terms[0];
  const [wish, setWish] = useState<Partial<ReportWish>>({ type: 'course', format: 'csv' });
  const {
    type = 'course',
    format = 'csv',
    subject_id = '',
    date_from = current?.starts_on ?? '',
    date_to = current?.ends_on ?? '',
  } = wish;
  const change = (changed: Partial<ReportWish>) => setWish({ ...wish, ...changed });
  const types = typesOf[role === 'admin' ? 'admin' : 'faculty'];
  function send(event: FormEvent) {
    event.preventDefault();
    mutate(
      { type, format, subject_id, date_from, date_to },
      { onSuccess: (made) => toast.success(text.made(text.rows(made.row_count))) },
    );
  }
  const isTooLong = error instanceof ApiProblem && error.code === 'attendance.report_too_long';
  return (
    <form onSubmit={send} className="grid max-w-prose gap-4 py-3">
      <p className="text-ink-2">{text.makeText}</p>
      {types.length > 1 && (
        <SegmentedControl
          label={text.about}
          showLabel
          options={types.map((value) => ({ value, label: text.types[value] }))}
          value={type}
          onChange={(value) => change({ type: value, subject_id: '' })}
        />
      )}
      <ReportSubject
        key={type}
        type={type}
        value={subject_id}
        onChoose={(id) => change({ subject_id: id })}
      />
      <Field label={text.term}>
        {(control) => (
          <Select
            {...control}
            value={terms.find((term) => term.starts_on === date_from && term.ends_on === date_to)?.id ?? ''}
            onChange={(event) => {
              const term = terms.find(({ id }) => id === event.target.value);
              if (term) change({ date_from: term.starts_on, date_to: term.ends_on });
            }}
          >
            <option value="" />
            {terms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={text.from}>
          {(control) => (
            <Input
              {...control}
              required
              type="date"
              value={date_from}
              onChange={(event) => change({ date_from: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.to}>
          {(control) => (
            <Input
              {...control}
              required
              type="date"
              min={date_from}
              value={date_to}
              onChange={(event) => change({ date_to: event.target.value })}
            />
          )}
        </Field>
      </div>
      <SegmentedControl
        label={text.format}
        showLabel
        options={ReportFormat.options.map((value) => ({ value, label: text.formats[value] }))}
        value={format}
        onChange={(value) => change({ format: value })}
      />
      <div>
        <Button type="submit" look="primary" disabled={isPending || subject_id === ''}>
          {isPending ? text.creating : text.create}
        </Button>
      </div>
      {error && (
        <p role="alert" className="text-danger">
          {isTooLong ? text.tooLong : describeProblem(problem, error)}
        </p>
      )}
    </form>
  );
}
