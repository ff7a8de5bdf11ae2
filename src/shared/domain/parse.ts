import * as v from 'valibot';

/**
 * Parses a value from outside with a schema. It stops at the first issue, because nobody reads the second and a
 * hostile list can produce a million of them, each an object.
 */
export const tryParse = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.SafeParseResult<Schema> => v.safeParse(schema, value, { abortEarly: true });
