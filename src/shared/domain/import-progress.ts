import * as z from 'zod';

const countSchema = z.number().int().nonnegative();

/** How far an import is. */
export const importStateSchema = z.strictObject({
  state: z.enum(['idle', 'running', 'done', 'cancelled']),
  /** Files found so far; they are counted while the first ones are read. */
  total: countSchema,
  done: countSchema,
  /** True while folders are still being looked through. */
  counting: z.boolean(),
  added: countSchema,
  duplicates: countSchema,
  updates: countSchema,
  failed: countSchema,
  /** Name of the file that is being read. */
  current: z.string().nullable(),
  /** Taken up again after the app had ended in the middle. */
  resumed: z.boolean(),
});
export type ImportState = z.infer<typeof importStateSchema>;
