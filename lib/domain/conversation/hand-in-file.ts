import { fileTypeFromBuffer } from 'file-type';
import { v7 as uuidv7 } from 'uuid';
import type { MessageFileView } from '@/lib/contracts/http/conversation';
import { type HandInFile, MOST_FILE_BYTES } from '@/lib/contracts/http/conversation-requests';
import { plainFileName } from '@/lib/infra/http/plain-file-name';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takeConversation } from './membership';
import { requireWriting } from './require-writing';

/** What is taken, by what the content says it is, and how its name ends. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'application/zip': '.zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/vnd.oasis.opendocument.spreadsheet': '.ods',
  'application/vnd.oasis.opendocument.presentation': '.odp',
  'text/plain': '.txt',
};

/**
 * Takes a file for a message of a conversation: it is its owner's alone until a message carries it. What it is its content
 * says, not its name; text is what reads as text.
 * @throws {DomainProblem} `resource.not_found`, `request.invalid` at `content`, and what {@link requireWriting} refuses
 */
export async function handInFile(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id: string; given: HandInFile },
): Promise<MessageFileView> {
  const { actor, correlationId, id, given } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const conversation = await takeConversation(tx, actor.userId, id);
    await requireWriting(tx, actor, conversation);
    const { content, mediaType, name } = await readFile(given);
    const fileId = uuidv7();
    await tx.query(
      `INSERT INTO message_file (id, conversation_id, owner_id, name, media_type, content)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [fileId, conversation.id, actor.userId, name, mediaType, content],
    );
    return { id: fileId, name, media_type: mediaType, bytes: content.byteLength };
  });
}

/** @throws {DomainProblem} `request.invalid` at `content` */
async function readFile(given: HandInFile): Promise<{ content: Buffer; mediaType: string; name: string }> {
  const content = Buffer.from(given.content, 'base64');
  if (content.byteLength === 0) throw wrongField('content', 'too_small', 'Is empty');
  if (content.byteLength > MOST_FILE_BYTES)
    throw wrongField('content', 'too_big', `At most ${MOST_FILE_BYTES} bytes`);
  const mediaType = await mediaTypeOf(content);
  return { content, mediaType, name: plainFileName(given.name, endingOf(mediaType, given.name)) };
}

/** @throws {DomainProblem} `request.invalid` for anything that is not taken */
async function mediaTypeOf(content: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(content);
  const mediaType = found ? found.mime : isText(content) ? 'text/plain' : '';
  if (!(mediaType in endings))
    throw wrongField('content', 'type', 'Must be a picture, a PDF, a document, text or a ZIP file');
  return mediaType;
}

/** Whole UTF-8 without control characters that no text has. Markup is text too: it is saved, and never shown as a page. */
function isText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[^\P{Cc}\t\n\r\f]/u.test(text);
  } catch {
    return false;
  }
}

/** Text keeps the ending of what is only ever read. */
function endingOf(mediaType: string, name: string): string {
  const told = /\.(?:csv|md|tex|json|xml|yaml|yml|sql|log|py|java|c|cpp|h|r)$/i.exec(name)?.[0];
  return (mediaType === 'text/plain' && told) || (endings[mediaType] ?? '');
}
