'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { FileField } from '@/components/ui/file-field';
import { Link } from '@/components/ui/link';
import { ListSkeleton } from '@/components/ui/list-states';
import { type ChosenFiles, chooseFiles } from '@/lib/client/roster-import/choose-files';
import { useConfirmRoster, useTryRoster } from '@/lib/client/roster-import/import-roster';
import { useRosterText } from '@/lib/client/roster-import/roster-text';
import type { RosterResult } from '@/lib/contracts/http/roster-import';
import { RosterPlanView } from './roster-plan';
import { RosterRefusal } from './roster-refusal';

const MOST_SEATS = 10_000;

/** The files of a roster: what they would do, and then all of it or nothing. */
export function RosterSection() {
  const [round, setRound] = useState(0);
  return <Import key={round} onAgain={() => setRound(round + 1)} />;
}

function Import({ onAgain }: { onAgain: () => void }) {
  const text = useRosterText();
  const [chosen, setChosen] = useState<ChosenFiles | null>(null);
  const [seats, setSeats] = useState('30');
  const attempt = useTryRoster();
  const confirmation = useConfirmRoster();
  const areSeatsWrong = !/^\d{1,5}$/.test(seats) || Number(seats) < 1 || Number(seats) > MOST_SEATS;
  const isReady = chosen !== null && chosen.foreign.length === 0 && Object.keys(chosen.files).length > 0;
  const forget = () => {
    attempt.reset();
    confirmation.reset();
  };
  const look = () => {
    confirmation.reset();
    if (chosen) attempt.mutate({ files: chosen.files, seats: Number(seats) });
  };
  const choose = async (files: readonly File[]) => {
    forget();
    setChosen(await chooseFiles(files));
  };
  if (confirmation.data) return <Done result={confirmation.data} onAgain={onAgain} />;
  const plan = attempt.data;
  return (
    <div className="grid max-w-4xl gap-6">
      <div className="grid max-w-prose gap-4">
        <FileField
          label={text.files}
          hint={text.filesHint}
          multiple
          onChoose={(files) => void choose(files)}
        />
        {chosen && <Chosen chosen={chosen} />}
        <div className="max-w-60">
          <Field label={text.seats} hint={text.seatsHint} error={areSeatsWrong ? text.seatsWrong : undefined}>
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={seats}
                onChange={(event) => {
                  setSeats(event.target.value);
                  forget();
                }}
              />
            )}
          </Field>
        </div>
        {!plan && (
          <Button
            look="primary"
            className="w-fit"
            disabled={!isReady || areSeatsWrong || attempt.isPending}
            onClick={look}
          >
            {text.look}
          </Button>
        )}
      </div>
      {attempt.isPending && <ListSkeleton label={text.looking} rows={4} />}
      {attempt.error && <RosterRefusal error={attempt.error} />}
      {plan && (
        <RosterPlanView
          plan={plan}
          isWriting={confirmation.isPending}
          error={confirmation.error}
          onConfirm={() => confirmation.mutate(plan)}
          onLookAgain={look}
        />
      )}
    </div>
  );
}

function Chosen({ chosen: { files, ignored, foreign } }: { chosen: ChosenFiles }) {
  const text = useRosterText();
  const taken = Object.keys(files);
  const list = (names: readonly string[]) => names.join(', ');
  return (
    <div role="status" className="grid gap-1 text-sm text-ink-2 wrap-anywhere">
      {taken.length > 0 && <p>{text.chosen(list(taken))}</p>}
      {ignored.length > 0 && <p>{text.ignored(list(ignored))}</p>}
      {taken.length === 0 && <p className="text-danger">{text.noneTaken}</p>}
      {foreign.length > 0 && <p className="text-danger">{text.foreign(list(foreign))}</p>}
    </div>
  );
}

function Done({ result, onAgain }: { result: RosterResult; onAgain: () => void }) {
  const text = useRosterText();
  const { created, changed, linked } = result;
  return (
    <div role="status" className="grid max-w-prose gap-3">
      <p className="text-md font-strong">{text.done(created, changed, linked)}</p>
      {created > 0 && <p className="text-ink-2">{text.doneText}</p>}
      <div className="flex flex-wrap gap-2">
        <Button asChild look="primary">
          <Link href="/courses">{text.toCourses}</Link>
        </Button>
        <Button onClick={onAgain}>{text.another}</Button>
      </div>
    </div>
  );
}
