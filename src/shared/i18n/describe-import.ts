import {
  IMPORT_FAILURES,
  IMPORT_REMARKS,
  type ImportFailureCode,
  type ImportRemarkCode,
} from '#shared/domain/import-codes.ts';
import type { Coded } from '#shared/domain/result.ts';
import { translate } from './translate.ts';

/** Says a failure or a remark of the import in the interface's language; an unknown code is a general error. */
export function describeImport({ code, params = {} }: Coded): string {
  const failure = IMPORT_FAILURES.find((known) => known === code);
  if (failure !== undefined) return translate(`import.failure.${short(failure)}`, params);
  const remark = IMPORT_REMARKS.find((known) => known === code);
  if (remark !== undefined) return translate(`import.remark.${short(remark)}`, params);
  return translate('err.generic');
}

type Short<Code extends string> = Code extends `import/${infer Name}` ? Name : never;

function short<Code extends ImportFailureCode | ImportRemarkCode>(code: Code): Short<Code> {
  // Every code begins so; the type says the same.
  return code.slice('import/'.length) as Short<Code>;
}
