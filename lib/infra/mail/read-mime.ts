/** One part of a mail: its header fields, by their names in small letters, and its text as it came. */
export interface MimePart {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Deeper than any report: whoever nests further means no good. */
const DEEPEST = 5;

/** Header fields and what follows the first empty line. Folded lines are one; of a field that is there twice the first counts. */
export function readPart(text: string): MimePart {
  const plain = text.replaceAll('\r\n', '\n').replace(/^\n+/, '');
  const end = plain.indexOf('\n\n');
  const head = end === -1 ? plain : plain.slice(0, end);
  return { fields: readFields(head), body: end === -1 ? '' : plain.slice(end + 2) };
}

/** Lines of `Name: value`; what is no such line is passed over. */
export function readFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && /^[!-9;-~]+$/.test(name) && !fields.has(name))
      fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** `text/plain` where a part says nothing. */
export const typeOf = ({ fields }: MimePart) =>
  (fields.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';

/** The parts of a mail that hold no parts themselves, in their order; a mail inside a mail is one part. */
export function leavesOf(part: MimePart, depth = 0): readonly MimePart[] {
  if (!typeOf(part).startsWith('multipart/')) return [part];
  const type = part.fields.get('content-type') ?? '';
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined || depth >= DEEPEST) return [];
  return partsBetween(part.body, `--${boundary}`).flatMap((text) => leavesOf(readPart(text), depth + 1));
}

function partsBetween(body: string, delimiter: string): readonly string[] {
  const parts: string[][] = [];
  for (const line of body.split('\n')) {
    const mark = line.trimEnd();
    if (mark === `${delimiter}--`) break;
    if (mark === delimiter) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join('\n'));
}

/** The text of a part without its transfer encoding. */
export function textOf({ fields, body }: MimePart): string {
  const encoding = fields.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll(/[ \t]*=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
