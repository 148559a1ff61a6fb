import { useState } from 'react';
import { v4 as newKey } from 'uuid';
import { ApiProblem } from '../http/api-problem';

interface Versioned<View, Fields> {
  /** What is edited; `null`: a new one is written. */
  view: View | null;
  /** What a new one begins with. */
  empty: Fields;
  fieldsOf: (view: View) => Fields;
  /** What of a refusal is the version that somebody else has saved. */
  schema: { safeParse: (value: unknown) => { data?: View | undefined } };
  /** Of the mutation that saves it. */
  error: Error | null;
  reset: () => void;
}

/** What is typed over a version; whoever is late has the other version beside it, and takes that or keeps the own one. */
export function useVersionedFields<View, Fields extends object>(options: Versioned<View, Fields>) {
  const { view, empty, fieldsOf, schema, error, reset } = options;
  const [fields, setFields] = useState(() => (view ? fieldsOf(view) : empty));
  const [over, setOver] = useState(view);
  // A key belongs to what was sent: what is changed after a refusal is another request.
  const [key, setKey] = useState(() => newKey());
  const theirs = schema.safeParse(error instanceof ApiProblem ? error.current : undefined).data;
  return {
    fields,
    over,
    key,
    theirs,
    change(part: Partial<Fields>): void {
      setFields({ ...fields, ...part });
      setKey(newKey());
    },
    take(other: View): void {
      setFields(fieldsOf(other));
      setOver(other);
      reset();
    },
    keepOver: setOver,
  };
}
