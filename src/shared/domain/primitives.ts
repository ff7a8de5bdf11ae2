import * as v from 'valibot';
import { SHA256_HEX, UUID } from './limits.ts';
import { isDay, isUtcTime } from './time.ts';

/** A whole number that is exact. */
export const wholeSchema = v.pipe(v.number(), v.safeInteger());

/** A whole number from 0 on. */
export const countSchema = v.pipe(wholeSchema, v.minValue(0));

/** A whole number from 1 on. */
export const positiveSchema = v.pipe(wholeSchema, v.minValue(1));

/** A share of the whole, 0 to 1. */
export const shareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const uuidSchema = v.pipe(v.string(), v.regex(UUID));
export const sha256Schema = v.pipe(v.string(), v.regex(SHA256_HEX));

/** `2026-11-22` */
export const daySchema = v.pipe(v.string(), v.check(isDay));

/** ISO 8601, UTC. */
export const timeSchema = v.pipe(v.string(), v.check(isUtcTime));

/** Keys and values of one kind. An array is no record, though valibot takes its indexes for keys. */
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

/** What a message is filled in with. */
export const paramsSchema = plainRecord(
  v.string(),
  v.union([v.string(), v.pipe(v.number(), v.finite())]),
);
