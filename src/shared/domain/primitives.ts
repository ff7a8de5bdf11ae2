import * as v from 'valibot';
import { SHA256_HEX, UUID } from './limits.ts';
import { isDay, isUtcTime } from './time.ts';

/** An integer that JavaScript represents exactly. */
export const wholeSchema = v.pipe(v.number(), v.safeInteger());

/** An integer from 0 on. */
export const countSchema = v.pipe(wholeSchema, v.minValue(0));

/** An integer from 1 on. */
export const positiveSchema = v.pipe(wholeSchema, v.minValue(1));

/** A share of the whole, from 0 to 1. */
export const shareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const uuidSchema = v.pipe(v.string(), v.regex(UUID));
export const sha256Schema = v.pipe(v.string(), v.regex(SHA256_HEX));

/** A day of the calendar, such as `2026-11-22`. */
export const daySchema = v.pipe(v.string(), v.check(isDay));

/** A time as ISO 8601 in UTC. */
export const timeSchema = v.pipe(v.string(), v.check(isUtcTime));

/** A record whose keys and values each have one type. It rejects arrays, whose indexes valibot would accept as keys. */
export const plainRecord = <
  const Key extends v.BaseSchema<string, string, v.BaseIssue<unknown>>,
  const Value extends v.GenericSchema,
>(
  key: Key,
  value: Value,
) =>
  v.pipe(
    v.custom<v.InferInput<v.RecordSchema<Key, Value, undefined>>>((input) => !Array.isArray(input)),
    v.record(key, value),
  );

/** The values that fill the placeholders of a message. */
export const paramsSchema = plainRecord(
  v.string(),
  v.union([v.string(), v.pipe(v.number(), v.finite())]),
);
