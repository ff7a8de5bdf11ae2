/** The next larger or smaller of fixed steps; the ends hold. */
export function stepIn<Value>(values: readonly Value[], value: Value, by: 1 | -1): Value {
  return values[values.indexOf(value) + by] ?? value;
}
