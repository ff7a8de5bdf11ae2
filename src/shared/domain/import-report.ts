import * as v from 'valibot';
import { annotationSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { IMPORT_REASONS, IMPORT_STATES } from './choices.ts';
import { countSchema, positiveSchema } from './primitives.ts';

/** What became of a file that was to be written: the path, or `null` when the reader cancelled. */
export const writtenSchema = v.strictObject({
  path: v.nullable(v.string()),
  /** Marks in it. */
  annotations: countSchema,
});
export type Written = v.InferOutput<typeof writtenSchema>;

export const importStateSchema = v.picklist(IMPORT_STATES);
export type ImportState = v.InferOutput<typeof importStateSchema>;
export const importReasonSchema = v.picklist(IMPORT_REASONS);
export type ImportReason = v.InferOutput<typeof importReasonSchema>;

const countsSchema = v.strictObject(v.entriesFromList(IMPORT_STATES, countSchema));

/** What an import would do, and with which record not simply that. */
export const importReportSchema = v.strictObject({
  /** Names the plan; given back to carry it out. */
  token: v.string(),
  fileName: v.string(),
  counts: countsSchema,
  /** Of those taken: how many replace an older version in the library. */
  replacing: countSchema,
  /** Every record that is not simply placed, the first ones. */
  entries: v.array(
    v.strictObject({
      number: positiveSchema,
      state: importStateSchema,
      reason: v.nullable(importReasonSchema),
      /** The beginning of its passage; may hold anything. */
      quote: v.string(),
      title: v.nullable(v.string()),
    }),
  ),
});
export type ImportReport = v.InferOutput<typeof importReportSchema>;

/** The marks of one article that an import changed, as they were and as they are. */
export const importedMarksSchema = v.strictObject({
  articleId: articleIdSchema,
  before: v.array(annotationSchema),
  after: v.array(annotationSchema),
});
export type ImportedMarks = v.InferOutput<typeof importedMarksSchema>;
