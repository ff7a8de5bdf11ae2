import {
  CONVERSION_FAILURES,
  IMPORT_REMARKS,
  IMPORT_FAILURES,
  type ConversionFailureCode,
  type ImportRemarkCode,
} from '#shared/domain/import-codes.ts';
import { MAX_IMPORT_FILES } from '#shared/domain/limits.ts';
import type { Coded } from '#shared/domain/result.ts';
import { refusalText } from './refusal-text.ts';
import { translate } from './translate.ts';

type FailureCode = ConversionFailureCode | (typeof IMPORT_FAILURES)[number];

const FAILURES: readonly FailureCode[] = [...CONVERSION_FAILURES, ...IMPORT_FAILURES];

/**
 * Describes a failure or a remark of an import in the language of the interface. An unknown code becomes a general
 * error.
 */
export function describeImport({ code, params = {} }: Coded): string {
  const failure = FAILURES.find((known) => known === code);
  const why = failure === 'import/not-saved' ? refusalText(params['reason']) : null;
  if (why !== null) return why;
  // Records of older versions do not contain the limit.
  if (failure !== undefined)
    return translate(`import.failure.${short(failure)}`, { max: MAX_IMPORT_FILES, ...params });
  const remark = IMPORT_REMARKS.find((known) => known === code);
  if (remark !== undefined) return translate(`import.remark.${short(remark)}`, params);
  return translate('err.generic');
}

type Short<Code extends string> = Code extends `import/${infer Name}` ? Name : never;

function short<Code extends FailureCode | ImportRemarkCode>(code: Code): Short<Code> {
  // Every code has this prefix; the type guarantees it.
  return code.slice('import/'.length) as Short<Code>;
}
