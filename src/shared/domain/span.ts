import * as z from 'zod';

/** A stretch of canonical text: UTF-16 offsets, `start` included, `end` not. Never empty. */
export const spanSchema = z
  .strictObject({ start: z.number().int().nonnegative(), end: z.number().int().positive() })
  .refine((span) => span.start < span.end, 'start < end');
export type Span = z.infer<typeof spanSchema>;
