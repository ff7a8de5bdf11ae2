import type { Coded } from '#shared/domain/result.ts';

/** Why a file is no copy of a library that can be trusted; nothing is changed then. */
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

/** Ends the reading of a copy from however deep inside; whoever began it makes a value of it. */
export class CopyRefusal extends Error {
  readonly code: CopyFault;

  constructor(code: CopyFault) {
    super(code);
    this.code = code;
  }
}
