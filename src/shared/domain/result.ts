/** An expected outcome: a value, or a coded failure. Bugs are exceptions; these are not. */
export type Result<Value, Failure extends Coded = Coded> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

/** A failure that the reader can be told about; `code` is `area/kebab-case`. */
export interface Coded {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const succeed = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const fail = <Failure extends Coded>(error: Failure): Result<never, Failure> => ({
  ok: false,
  error,
});

/** Throws when a condition that the code itself guarantees does not hold: always a bug. */
export function invariant(condition: unknown, whatMustHold: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${whatMustHold}`);
}

/** Closes a union: does not compile when a case was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
