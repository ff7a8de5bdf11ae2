import * as v from 'valibot';
import { annotationSchema } from './annotation.ts';
import { articleIdSchema } from './article.ts';
import { IMPORT_REASONS, MARK_IMPORT_STATES } from './choices.ts';
import { countSchema, positiveSchema } from './primitives.ts';

/** The result of an export: the path of the written file, or `null` when the reader cancelled. */
export const writtenSchema = v.strictObject({
  path: v.nullable(v.string()),
  /** Number of marks in the file. */
  annotations: countSchema,
});
export type Written = v.InferOutput<typeof writtenSchema>;

export const markImportStateSchema = v.picklist(MARK_IMPORT_STATES);
export type MarkImportState = v.InferOutput<typeof markImportStateSchema>;
export const importReasonSchema = v.picklist(IMPORT_REASONS);
export type ImportReason = v.InferOutput<typeof importReasonSchema>;

const countsSchema = v.strictObject(v.entriesFromList(MARK_IMPORT_STATES, countSchema));

/** What an import of marks would do, with the records that need the reader's attention. */
export const importReportSchema = v.strictObject({
  /** Identifies the plan; `exchange/apply-import` takes it. */
  token: v.string(),
  fileName: v.string(),
  counts: countsSchema,
  /** How many of the accepted records replace an older version in the library. */
  replacing: countSchema,
  /** The first of the records that are not simply `exact`. */
  entries: v.array(
    v.strictObject({
      number: positiveSchema,
      state: markImportStateSchema,
      reason: v.nullable(importReasonSchema),
      /** The beginning of the passage; it comes from the file and may contain anything. */
      quote: v.string(),
      title: v.nullable(v.string()),
    }),
  ),
});
export type ImportReport = v.InferOutput<typeof importReportSchema>;

/** The marks of one article that an import changed, before and after it. */
export const importedMarksSchema = v.strictObject({
  articleId: articleIdSchema,
  before: v.array(annotationSchema),
  after: v.array(annotationSchema),
});
export type ImportedMarks = v.InferOutput<typeof importedMarksSchema>;
