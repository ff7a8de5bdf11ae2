import type { Coded } from '#shared/domain/result.ts';

/** Why a file cannot be trusted as a copy of a library. Nothing is changed then. */
export const COPY_FAULTS = [
  'backup/other-format',
  'backup/newer-version',
  'backup/damaged',
  'backup/unexpected-entry',
  'backup/too-large',
  'backup/not-a-file',
  'backup/not-read',
] as const;
export type CopyFault = (typeof COPY_FAULTS)[number];

export interface BackupFileError extends Coded {
  readonly code: CopyFault;
}

/** Thrown to stop the reading of a copy. The function that began the reading returns the code as a value. */
export class CopyRefusal extends Error {
  readonly code: CopyFault;

  constructor(code: CopyFault) {
    super(code);
    this.code = code;
  }
}
