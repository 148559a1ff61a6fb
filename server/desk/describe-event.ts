import { type CheckedEvent, checkDeadLetter, checkEvent } from '@/lib/contracts/events/check-event';
import { parseJson } from '@/lib/contracts/events/lossless-json';
import { looksLikeId, MASK, maskPersonal, withoutQuotes } from '@/lib/contracts/events/mask-personal';
import { parseRecord } from '@/lib/contracts/events/wire';
import type { CheckedPart, DeskEvent } from '@/lib/contracts/pushes/desk';
import type { LogRecord } from '@/lib/infra/event-log/port';
import { describeRecord } from './describe-record';
import { indentJson } from './indent-json';

/** One record in full. It is checked as it came and masked afterwards, unless somebody answers for seeing all of it. */
export function describeEvent(record: LogRecord, options: { unmasked: boolean }): DeskEvent {
  const { row } = describeRecord(record);
  const parsed = parseRecord(record.value ?? new Uint8Array());
  const json = 'record' in parsed ? parsed.record : null;
  const masked = maskPersonal(json);
  const shown = options.unmasked ? json : masked.value;
  const isDeadLetter = row.state === 'dead_letter' && json !== null;
  const { headers, hidden: hiddenHeaders } = options.unmasked
    ? { headers: record.headers, hidden: [] }
    : maskHeaders(record.headers);
  return {
    row: options.unmasked ? { ...row, key: record.key } : row,
    headers: { ...headers },
    bytes: record.value?.byteLength ?? 0,
    record:
      json === null
        ? unreadable(record, parsed, options.unmasked)
        : checkedPart(isDeadLetter ? checkDeadLetter(json) : checkEvent(json), {
            text: indentJson(shown),
            state: row.state,
            type: row.event_type,
          }),
    original: isDeadLetter ? originalEvent(json.original_event, options.unmasked) : null,
    hidden: options.unmasked ? [] : [...hiddenWhole(record, json), ...masked.hidden, ...hiddenHeaders],
    unmasked: options.unmasked,
  };
}

function checkedPart(
  checked: CheckedEvent,
  shown: { text: string; state?: CheckedPart['state']; type: string },
): CheckedPart {
  return {
    event_type: checked.type ?? shown.type,
    state: shown.state ?? checked.state,
    text: shown.text,
    differences: checked.differences.map((difference) => ({
      ...difference,
      path: difference.path
        .split('.')
        .map((name) => (name === '' || /^[\w[\]*-]+$/.test(name) ? name : MASK))
        .join('.'),
    })),
    schema: checked.schema,
  };
}

function originalEvent(event: unknown, unmasked: boolean): CheckedPart {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    const text = typeof event === 'string' ? event : indentJson(event ?? null);
    return {
      event_type: '',
      state: 'undecodable',
      text: unmasked ? text : MASK,
      differences: [],
      schema: null,
    };
  }
  const checked = checkEvent({ ...event });
  return checkedPart(checked, {
    text: indentJson(unmasked ? event : maskPersonal(event).value),
    type: checked.type ?? '',
  });
}

/** Bytes that are no JSON object: nothing is known of them, so nothing of them is shown masked. */
function unreadable(
  { value }: LogRecord,
  parsed: ReturnType<typeof parseRecord>,
  unmasked: boolean,
): CheckedPart {
  const reason = value === null ? 'no value (a tombstone)' : 'reason' in parsed ? parsed.reason : '';
  return {
    event_type: '',
    state: 'undecodable',
    text: value === null ? '' : unmasked ? readable(value) : MASK,
    differences: [{ path: '', kind: 'breaks', detail: unmasked ? reason : withoutQuotes(reason) }],
    schema: null,
  };
}

function readable(value: Buffer): string {
  const text = value.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(value)) return `base64:${value.toString('base64')}`;
  try {
    return indentJson(parseJson(text));
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

const hiddenWhole = (record: LogRecord, json: unknown): string[] =>
  json === null && record.value !== null && record.value.byteLength > 0 ? ['value'] : [];

/** The product's own headers say where a record was; of any other only what looks like an id or a number is shown. */
function maskHeaders(given: LogRecord['headers']): { headers: Record<string, string>; hidden: string[] } {
  const hidden: string[] = [];
  const headers = Object.entries(given).map(([name, value]) => {
    const shown = /^(nimbusu-|dlq\.)/.test(name) || UUID_OR_NUMBER.test(value) ? maskAddress(value) : MASK;
    if (shown !== value) hidden.push(`headers.${looksLikeId(name) ? name : MASK}`);
    return [looksLikeId(name) ? name : MASK, shown];
  });
  return { headers: Object.fromEntries(headers), hidden };
}

const maskAddress = (value: string) => (value === '' || looksLikeId(value) ? value : MASK);
const UUID_OR_NUMBER = /^(\d{1,19}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
