import type { Locale } from '@/lib/contracts/http/locale';
import { tagOf } from './locale-tag';

interface Forms {
  one: string;
  other: string;
}

/** For one language: the form that a count asks for, with `#` as the count. "Reaches # people." -> "Reaches 4,212 people." */
export function countedIn(locale: Locale): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tagOf[locale]);
  const numbers = new Intl.NumberFormat(tagOf[locale]);
  return (count, { one, other }) =>
    (rules.select(count) === 'one' ? one : other).replace('#', () => numbers.format(count));
}
