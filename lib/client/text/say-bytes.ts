import type { Locale } from '@/lib/contracts/http/locale';
import { tagOf } from './locale-tag';

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** "1.4 MB", "12 kB": as large as a file is, in steps of 1,000. */
export function sayBytes(bytes: number, locale: Locale): string {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const unit = units[step] ?? 'byte';
  return new Intl.NumberFormat(tagOf[locale], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1_000 ** step);
}
