import * as z from 'zod/mini';
import { AnnouncementDraft } from './announcement-form';
import { Attempt } from './create-once';

/** What a tab keeps of an announcement that is being written: what was typed, of which version, and how far it is sent. */
export const KeptWriting = z.object({
  values: AnnouncementDraft,
  /** The saved version that it changes; 0 for a new one. */
  version: z.int(),
  attempt: z.nullable(Attempt),
});
export type KeptWriting = z.output<typeof KeptWriting>;
