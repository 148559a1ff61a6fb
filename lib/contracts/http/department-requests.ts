import * as z from 'zod';
import { humanText } from './text';

/** A department as it is written, the whole of it. */
export const WriteDepartment = z.object({ code: humanText(1, 20), name: humanText(1, 120) });
export type WriteDepartment = z.output<typeof WriteDepartment>;
