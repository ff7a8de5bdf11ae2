import * as v from 'valibot';
import { backupQuestionSchema } from '#shared/domain/backup.ts';
import { countSchema, sha256Schema } from '#shared/domain/primitives.ts';

/** What a process found in a copy, compared with the library. */
export const inspectionSchema = v.strictObject({
  question: backupQuestionSchema,
  /** As stored; `null` when it holds none. */
  settings: v.unknown(),
  /** What bringing it back writes, bytes. */
  neededBytes: countSchema,
  /** The same for the same copy and the same library: what was asked is what is done. */
  fingerprint: sha256Schema,
});
export type Inspection = v.InferOutput<typeof inspectionSchema>;
