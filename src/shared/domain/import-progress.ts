import * as v from 'valibot';
import { countSchema } from './primitives.ts';

export const importJobStateSchema = v.strictObject({
  state: v.picklist(['idle', 'running', 'done', 'cancelled']),
  /** Files found so far; counting continues while the first files are imported. */
  total: countSchema,
  done: countSchema,
  /** True while folders are still being listed. */
  counting: v.boolean(),
  added: countSchema,
  duplicates: countSchema,
  updates: countSchema,
  failed: countSchema,
  /** Lock files of office programs, which are skipped. */
  locks: countSchema,
  /** Name of the file that is being imported. */
  current: v.nullable(v.string()),
  /** True for an import that continued after the app had ended during it. */
  resumed: v.boolean(),
});
export type ImportJobState = v.InferOutput<typeof importJobStateSchema>;
