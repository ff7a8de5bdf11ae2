/** Reads JSON of unknown origin. A value that is not of the expected type counts as missing. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? // The assertion is safe, because `own` reads only an object's own keys.
      (value as JsonObject)
    : null;

/** Returns a field of the object itself, never an inherited one. */
export const own = (object: JsonObject | null, key: string): unknown =>
  object !== null && Object.hasOwn(object, key) ? object[key] : undefined;

export const ownString = (object: JsonObject | null, key: string): string | null => {
  const value = own(object, key);
  return typeof value === 'string' ? value : null;
};

/** Returns a whole number that can be an offset. */
export const ownOffset = (object: JsonObject | null, key: string): number | null => {
  const value = own(object, key);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
};

/** Returns a list, because JSON-LD writes a single value without one. */
export const asList = (value: unknown): readonly unknown[] =>
  value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? (value as unknown[])
      : [value];
