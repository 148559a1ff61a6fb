import { fileTypeFromBuffer } from 'file-type';
import { FILE_BYTES, FILE_TYPES } from '@/lib/contracts/http/attendance-correction-requests';
import { plainFileName } from '@/lib/infra/http/plain-file-name';
import { wrongField } from '../problem';

export interface Upload {
  readonly name: string;
  readonly mediaType: (typeof FILE_TYPES)[number];
  readonly content: Buffer;
}

const endings: Readonly<Record<Upload['mediaType'], string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};

/**
 * Reads a file that somebody sent, as base64. What it is, its content says; its name is kept without any path, and ends as
 * its type does, so that it opens as nothing else.
 * @throws {DomainProblem} `request.invalid` at `file.content`: `too_big`, `type`
 */
export async function readUpload(given: { name: string; content: string }): Promise<Upload> {
  const content = Buffer.from(given.content, 'base64');
  if (content.byteLength > FILE_BYTES)
    throw wrongField('file.content', 'too_big', `At most ${FILE_BYTES} bytes`);
  const found = await fileTypeFromBuffer(content);
  const mediaType = FILE_TYPES.find((type) => type === found?.mime);
  if (!mediaType) throw wrongField('file.content', 'type', `Must be one of ${FILE_TYPES.join(', ')}`);
  return { name: plainFileName(given.name, endings[mediaType]), mediaType, content };
}
