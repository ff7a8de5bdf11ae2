import * as v from 'valibot';
import type { StoredPlace } from '#shared/domain/annotation.ts';
import { CONFIDENCES, ORPHAN_REASONS } from '#shared/domain/choices.ts';
import { countSchema } from '#shared/domain/primitives.ts';
import { spanSchema } from '#shared/domain/span.ts';

/** A text for the worker, or a stored place to find in the last text. */
export type AnchoringRequest =
  | { readonly id: number; readonly text: string; readonly contentHash: string }
  | { readonly id: number; readonly place: StoredPlace };

/** The answers come in the order of the requests. An answer to a text has no `found`. */
export const anchoringAnswerSchema = v.strictObject({
  id: countSchema,
  found: v.optional(
    v.variant('state', [
      v.strictObject({
        state: v.literal('anchored'),
        span: spanSchema,
        confidence: v.picklist(CONFIDENCES),
        score: v.number(),
      }),
      v.strictObject({ state: v.literal('orphan'), reason: v.picklist(ORPHAN_REASONS) }),
    ]),
  ),
});
export type AnchoringAnswer = v.InferOutput<typeof anchoringAnswerSchema>;
