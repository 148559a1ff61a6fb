'use client';

import { Suspense, useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { FileField } from '@/components/ui/file-field';
import { Link } from '@/components/ui/link';
import { ListSkeleton } from '@/components/ui/list-states';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useConfirmImport, useTryImport } from '@/lib/client/person/import-people';
import { useImportText } from '@/lib/client/person/import-text';
import { usePersonText } from '@/lib/client/person/person-text';
import { readHeadings } from '@/lib/client/person/read-headings';
import { readTextFile, type TextFile } from '@/lib/client/person/read-text-file';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ImportMapping, ImportResult } from '@/lib/contracts/http/person-import';
import { ImportColumns } from './import-columns';
import { ImportPlanView } from './import-plan';

const fetchRoster = () =>
  import('@/components/roster-import/roster-section').then((module) => module.RosterSection);

/** A file of people, or the files of a roster: what they would do, row by row, and then all of it or nothing. */
export function ImportPage() {
  const text = useImportText();
  const [round, setRound] = useState(0);
  const [what, setWhat] = useState<'people' | 'roster'>('people');
  const Roster = useFetchedPart(fetchRoster, {
    isWanted: what === 'roster',
    onFailed: () => setWhat('people'),
  });
  return (
    <>
      <BackLink href="/admin/people">{usePersonText().title}</BackLink>
      <PageHeader title={text.title} />
      <div className="mb-6">
        <SegmentedControl
          label={text.what}
          options={[
            { value: 'people', label: text.ofPeople },
            { value: 'roster', label: text.ofRoster },
          ]}
          value={what}
          onChange={setWhat}
        />
      </div>
      {what === 'people' && <Import key={round} onAgain={() => setRound(round + 1)} />}
      {what === 'roster' && (
        <Suspense fallback={<ListSkeleton label={text.looking} rows={4} />}>
          {Roster ? <Roster /> : <ListSkeleton label={text.looking} rows={4} />}
        </Suspense>
      )}
    </>
  );
}

const unmapped: ImportMapping = { email: null, name: null, role: null, department: null, register_no: null };

function Import({ onAgain }: { onAgain: () => void }) {
  const text = useImportText();
  const [file, setFile] = useState<TextFile | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const attempt = useTryImport();
  const confirmation = useConfirmImport();
  const look = ({ name, text: content }: TextFile, by: ImportMapping | null) => {
    confirmation.reset();
    attempt.mutate({ file_name: name, content, ...(by && { mapping: by }) });
  };
  const choose = async (chosen: File) => {
    const read = await readTextFile(chosen);
    setFile(read);
    setMapping(null);
    attempt.reset();
    if (read.encoding === 'UTF-8') look(read, null);
  };
  if (confirmation.data) return <Done result={confirmation.data} onAgain={onAgain} />;
  const plan = attempt.data;
  const isHeaderWrong = mapping !== null || refusalOf(attempt.error) === 'header';
  return (
    <div className="grid max-w-4xl gap-6">
      <div className="max-w-prose">
        <FileField label={text.file} hint={text.fileHint} onChoose={([chosen]) => void choose(chosen)} />
      </div>
      {file && file.encoding !== 'UTF-8' && attempt.isIdle && (
        <div role="alert" className="grid justify-items-start gap-3">
          <p>{text.encoding(file.name, file.encoding)}</p>
          <Button onClick={() => look(file, null)}>{text.readAnyway(file.encoding)}</Button>
        </div>
      )}
      {attempt.isPending && <ListSkeleton label={text.looking} rows={4} />}
      {attempt.error && <Refusal error={attempt.error} />}
      {file && (plan || isHeaderWrong) && (
        <ImportColumns
          headings={readHeadings(file.text)}
          mapping={mapping ?? plan?.mapping ?? unmapped}
          onChange={(next) => {
            setMapping(next);
            if (next.email !== null) look(file, next);
          }}
        />
      )}
      {file && plan && (
        <ImportPlanView
          plan={plan}
          isWriting={confirmation.isPending}
          error={confirmation.error}
          onConfirm={() => confirmation.mutate(plan)}
          onLookAgain={() => look(file, plan.mapping)}
        />
      )}
    </div>
  );
}

/** Which part of the request the server refused, by its code. */
function refusalOf(error: Error | null) {
  const found = error instanceof ApiProblem ? error.errors[0] : undefined;
  if (!found) return null;
  if (found.field.startsWith('mapping')) return 'mapping';
  if (found.field !== 'content') return null;
  const known = (['encoding', 'malformed', 'header', 'too_big'] as const).find((code) => code === found.code);
  return known ?? 'tooLong';
}

function Refusal({ error }: { error: Error }) {
  const { refused } = useImportText();
  const { problem } = useText();
  const kind = refusalOf(error);
  return (
    <p role="alert" className="max-w-prose text-danger">
      {kind ? refused[kind] : describeProblem(problem, error)}
    </p>
  );
}

function Done({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  const text = useImportText();
  return (
    <div role="status" className="grid max-w-prose gap-3">
      <p className="text-md font-strong">{text.done(result.created, result.changed)}</p>
      {result.created > 0 && <p className="text-ink-2">{text.doneText}</p>}
      <div className="flex flex-wrap gap-2">
        <Button asChild look="primary">
          <Link href="/admin/people">{text.toList}</Link>
        </Button>
        <Button onClick={onAgain}>{text.another}</Button>
      </div>
    </div>
  );
}
