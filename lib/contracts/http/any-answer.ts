import * as z from 'zod/mini';

/** Of a request whose outcome is asked for by another: any answer will do. */
export const AnyAnswer = z.unknown();
