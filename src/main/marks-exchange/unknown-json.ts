/** Reading JSON that others wrote: whatever is not of the kind asked for is not there. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? // Any object can be asked for keys of its own; `own` does nothing else.
      (value as JsonObject)
    : null;

/** A field of the object itself: never one that every object inherits. */
export const own = (object: JsonObject | null, key: string): unknown =>
  object !== null && Object.hasOwn(object, key) ? object[key] : undefined;

export const ownString = (object: JsonObject | null, key: string): string | null => {
  const value = own(object, key);
  return typeof value === 'string' ? value : null;
};

/** A whole number that is an offset. */
export const ownOffset = (object: JsonObject | null, key: string): number | null => {
  const value = own(object, key);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
};

/** JSON-LD writes one value without a list. */
export const asList = (value: unknown): readonly unknown[] =>
  value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? (value as unknown[])
      : [value];
