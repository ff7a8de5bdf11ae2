import * as v from 'valibot';
import { countSchema, positiveSchema } from './primitives.ts';

/** A non-empty range of the canonical text in UTF-16 units: `start` is included, `end` is not. */
export const spanSchema = v.pipe(
  v.strictObject({ start: countSchema, end: positiveSchema }),
  v.check((span) => span.start < span.end, 'start < end'),
);
export type Span = v.InferOutput<typeof spanSchema>;
