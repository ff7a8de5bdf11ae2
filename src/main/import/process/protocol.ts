import type { Result } from '#shared/domain/result.ts';
import type { ImportedDocument } from '../document.ts';

/** One file for the import worker. Exactly one answer follows, unless the process dies of it. */
export interface ImportRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface ImportAnswer {
  readonly id: number;
  readonly outcome: Result<ImportedDocument>;
}
