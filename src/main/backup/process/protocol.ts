import * as v from 'valibot';
import type { Settings } from '#shared/domain/settings.ts';
import { countSchema } from '#shared/domain/primitives.ts';
import { REFUSAL_REASONS } from '../../disk/file-system.ts';
import { COPY_FAULTS } from '../copy-refusal.ts';
import { inspectionSchema } from '../inspection.ts';

/** A copy of the library: a file, or the name of a dated folder that the store made. */
export type CopySource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly name: string; readonly createdAt: string };

/** Asks the process to look through a copy and to compare it with the library. */
export interface CopyRequest {
  readonly source: CopySource;
  readonly dataFolder: string;
  /** True when the restore is also prepared, in its folder. */
  readonly prepare: boolean;
}

/** Asks the process to write the library from the disk into a new backup file. */
export interface ArchiveRequest {
  readonly dataFolder: string;
  /** Absolute path of the backup file. An existing file is replaced only by a complete one. */
  readonly path: string;
  /** The path of the file until it is complete: a new one in the same folder. */
  readonly temporary: string;
  readonly withOriginals: boolean;
  readonly settings: Settings;
  readonly appVersion: string;
}

/** The first and only message to a process. */
export type CopyTask =
  | { readonly kind: 'read'; readonly request: CopyRequest }
  | { readonly kind: 'write'; readonly request: ArchiveRequest };

export const copyAnswerSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('found'), inspection: inspectionSchema }),
  v.strictObject({ kind: v.literal('refused'), code: v.picklist(COPY_FAULTS) }),
  /** The library could not be read, or the restore not be prepared. */
  v.strictObject({ kind: v.literal('disk'), reason: v.picklist(REFUSAL_REASONS) }),
]);
export type CopyAnswer = v.InferOutput<typeof copyAnswerSchema>;

export const archiveAnswerSchema = v.variant('kind', [
  /** `leftOut`: how many articles and originals could not be read or are damaged, and are not in the file. */
  v.strictObject({ kind: v.literal('written'), leftOut: countSchema }),
  v.strictObject({ kind: v.literal('too-large') }),
  v.strictObject({ kind: v.literal('disk'), reason: v.picklist(REFUSAL_REASONS) }),
]);
export type ArchiveAnswer = v.InferOutput<typeof archiveAnswerSchema>;
