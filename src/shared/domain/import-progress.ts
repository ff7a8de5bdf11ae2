import * as v from 'valibot';
import { countSchema } from './primitives.ts';

/** How far an import is. */
export const importStateSchema = v.strictObject({
  state: v.picklist(['idle', 'running', 'done', 'cancelled']),
  /** Files found so far; they are counted while the first ones are read. */
  total: countSchema,
  done: countSchema,
  /** True while folders are still being looked through. */
  counting: v.boolean(),
  added: countSchema,
  duplicates: countSchema,
  updates: countSchema,
  failed: countSchema,
  /** Lock files of office programs, which were passed over. */
  locks: countSchema,
  /** Name of the file that is being read. */
  current: v.nullable(v.string()),
  /** Taken up again after the app had ended in the middle. */
  resumed: v.boolean(),
});
export type ImportState = v.InferOutput<typeof importStateSchema>;
