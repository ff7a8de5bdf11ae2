import * as v from 'valibot';
import { REFUSAL_REASONS } from '../../disk/file-system.ts';
import { COPY_FAULTS } from '../copy-refusal.ts';
import { inspectionSchema } from '../inspection.ts';

/** A copy of the library: a file, or by its name a dated folder that the store made. */
export type CopySource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly name: string; readonly createdAt: string };

/** Looks through a copy and compares it with the library. */
export interface CopyRequest {
  readonly source: CopySource;
  readonly dataFolder: string;
  /** Whether what it would change is also prepared, in the folder of the restore. */
  readonly prepare: boolean;
}

export const copyAnswerSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('found'), inspection: inspectionSchema }),
  v.strictObject({ kind: v.literal('refused'), code: v.picklist(COPY_FAULTS) }),
  /** The library could not be read, or nothing be prepared. */
  v.strictObject({ kind: v.literal('disk'), reason: v.picklist(REFUSAL_REASONS) }),
]);
export type CopyAnswer = v.InferOutput<typeof copyAnswerSchema>;
