import { createStore, type Store } from '../realtime/create-store';

/** What is wrong, by field; `root` belongs to none. */
export type FieldErrors<V> = ReadonlyMap<keyof V | 'root', string>;

/** The values as they may be sent, or what is wrong with them. */
export type Verdict<V> = { readonly valid: V } | { readonly errors: FieldErrors<V> };

export interface FormState<V> {
  readonly values: V;
  readonly errors: FieldErrors<V>;
  /** How often something was found wrong or sent: with each, the first field that is wrong gets the focus. */
  readonly tries: number;
}

export interface Form<V> extends Pick<Store<FormState<V>>, 'get' | 'subscribe'> {
  /** Nothing is complained of before the first try; from then on, at each change of a field, of that field. */
  change(changed: Partial<V>): void;
  /** Other values, with nothing wrong and nothing tried. */
  reset(values: V): void;
  /** What somebody else, such as the server, finds wrong. */
  complain(errors: FieldErrors<V>): void;
  /** Sends the values if nothing is wrong with them. */
  submit(send: (valid: V) => unknown): void;
}

/** What is typed into a form, and what is wrong with it. Free of React: {@link useFormState} shows it. */
export function createForm<V extends object>(initial: V, judge: (values: V) => Verdict<V>): Form<V> {
  const store = createStore<FormState<V>>({ values: initial, errors: new Map(), tries: 0 });
  return {
    get: store.get,
    subscribe: store.subscribe,
    change(changed) {
      const { values: before, errors, tries } = store.get();
      const values = { ...before, ...changed };
      store.set({ values, errors: tries === 0 ? errors : renewed(errors, changed, judge(values)), tries });
    },
    reset: (values) => store.set({ values, errors: new Map(), tries: 0 }),
    complain(errors) {
      const last = store.get();
      store.set({ ...last, errors: new Map([...last.errors, ...errors]), tries: last.tries + 1 });
    },
    submit(send) {
      const { values, tries } = store.get();
      const verdict = judge(values);
      store.set({ values, errors: errorsOf(verdict), tries: tries + 1 });
      if ('valid' in verdict) send(verdict.valid);
    },
  };
}

const errorsOf = <V>(verdict: Verdict<V>): FieldErrors<V> =>
  'errors' in verdict ? verdict.errors : new Map();

function renewed<V>(errors: FieldErrors<V>, changed: Partial<V>, verdict: Verdict<V>): FieldErrors<V> {
  const found = errorsOf(verdict);
  const next = new Map(errors);
  for (const name in changed) {
    const wrong = found.get(name);
    if (wrong === undefined) next.delete(name);
    else next.set(name, wrong);
  }
  return next;
}
