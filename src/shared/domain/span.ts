import * as v from 'valibot';
import { countSchema, positiveSchema } from './primitives.ts';

/** A stretch of canonical text: UTF-16 offsets, `start` included, `end` not. Never empty. */
export const spanSchema = v.pipe(
  v.strictObject({ start: countSchema, end: positiveSchema }),
  v.check((span) => span.start < span.end, 'start < end'),
);
export type Span = v.InferOutput<typeof spanSchema>;
