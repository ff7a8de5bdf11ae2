import * as v from 'valibot';

/**
 * What a schema makes of a value from outside, or its first objection. It ends there: nobody reads a second, and a hostile
 * list can have a million of them, each an object.
 */
export const tryParse = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.SafeParseResult<Schema> => v.safeParse(schema, value, { abortEarly: true });
