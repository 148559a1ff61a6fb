import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Form, FormState } from './create-form';

/** The form as it stands now. */
export function useFormState<V>(form: Form<V>): FormState<V> {
  return useSyncExternalStore(form.subscribe, form.get, form.get);
}

/** For the form's element: after each try the first control that is wrong gets the focus. */
export function useFocusOnWrong<V>(form: Form<V>): RefObject<HTMLFormElement | null> {
  const ref = useRef<HTMLFormElement>(null);
  const { tries } = useFormState(form);
  useEffect(() => {
    if (tries > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  return ref;
}

/** For a control drawn by the server: what is typed before the page has come alive is taken over, not wiped out. */
export function takeTyped(value: string, onTyped: (typed: string) => void) {
  return (control: HTMLInputElement | HTMLTextAreaElement | null): void => {
    if (control && control.value !== value) onTyped(control.value);
  };
}
