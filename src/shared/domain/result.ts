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
