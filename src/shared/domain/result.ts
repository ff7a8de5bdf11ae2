/** The result of a call that may fail in expected ways: a value or a coded failure. Bugs are exceptions instead. */
export type Result<Value, Failure extends Coded = Coded> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** A failure that can be explained to the reader; `code` has the form `area/kebab-case`. */
export interface Coded {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const succeed = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const fail = <Failure extends Coded>(error: Failure): Result<never, Failure> => ({
  ok: false,
  error,
});

/** Throws when a condition does not hold that the code itself guarantees, which is always a bug. */
export function invariant(condition: unknown, whatMustHold: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${whatMustHold}`);
}

/** Ends a `switch` over a union; it does not compile when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
