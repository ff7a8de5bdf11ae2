import * as v from 'valibot';
import { backupQuestionSchema } from '#shared/domain/backup.ts';
import { countSchema, sha256Schema } from '#shared/domain/primitives.ts';

/** What the process found in a copy, compared with the library. */
export const inspectionSchema = v.strictObject({
  question: backupQuestionSchema,
  /** The settings as stored; `null` when the copy contains none. */
  settings: v.unknown(),
  /** How many bytes the restore writes. */
  neededBytes: countSchema,
  /** Equal for the same copy and the same library, so that a restore does exactly what the reader was asked. */
  fingerprint: sha256Schema,
});
export type Inspection = v.InferOutput<typeof inspectionSchema>;
