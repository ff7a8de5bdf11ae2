import { z } from 'zod';

/** A stretch of canonical text: UTF-16 offsets, `start` included, `end` not. Never empty. */
export const spanSchema = z
  .strictObject({ start: z.number().int().nonnegative(), end: z.number().int().positive() })
  .refine((span) => span.start < span.end, 'start < end');
export type Span = z.infer<typeof spanSchema>;

/** True when the two share at least one UTF-16 unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
