/** The next larger or smaller of fixed values. The first and the last value have no next one and stay. */
export function stepIn<Value>(values: readonly Value[], value: Value, by: 1 | -1): Value {
  return values[values.indexOf(value) + by] ?? value;
}
