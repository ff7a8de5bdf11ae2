import type { Coded, Result } from '#shared/domain/result.ts';
import type { ConversionFailure, ConversionFailureCode } from '#shared/domain/import-codes.ts';

/** Thrown inside the converter of a format, and caught by `atTheDoor`. */
export class Refusal extends Error {
  readonly failure: ConversionFailure;

  constructor(code: ConversionFailureCode, params?: Coded['params']) {
    super(code);
    this.failure = params === undefined ? { code } : { code, params };
  }
}

/** Runs a converter. A refusal becomes a value; a bug stays an exception. */
export async function atTheDoor<Value>(
  inside: () => Value | Promise<Value>,
): Promise<Result<Value, ConversionFailure>> {
  try {
    return { ok: true, value: await inside() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.failure };
    throw error;
  }
}
