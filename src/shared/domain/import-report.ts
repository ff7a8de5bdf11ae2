import * as z from 'zod';
import { IMPORT_REASONS, IMPORT_STATES } from './choices.ts';

/** What became of a file that was to be written: the path, or `null` when the reader cancelled. */
export const writtenSchema = z.strictObject({
  path: z.string().nullable(),
  /** Marks in it. */
  annotations: z.number().int().nonnegative(),
});
export type Written = z.infer<typeof writtenSchema>;

export const importStateSchema = z.enum(IMPORT_STATES);
export type ImportState = z.infer<typeof importStateSchema>;
export const importReasonSchema = z.enum(IMPORT_REASONS);
export type ImportReason = z.infer<typeof importReasonSchema>;

const countsShape = z.record(importStateSchema, z.number().int().nonnegative());

/** What an import would do, and with which record not simply that. */
export const importReportSchema = z.strictObject({
  /** Names the plan; given back to carry it out. */
  token: z.string(),
  fileName: z.string(),
  counts: countsShape,
  /** Of those taken: how many replace an older version in the library. */
  replacing: z.number().int().nonnegative(),
  /** Every record that is not simply placed, the first ones. */
  entries: z.array(
    z.strictObject({
      number: z.number().int().positive(),
      state: importStateSchema,
      reason: importReasonSchema.nullable(),
      /** The beginning of its passage; may hold anything. */
      quote: z.string(),
      title: z.string().nullable(),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReportSchema>;
