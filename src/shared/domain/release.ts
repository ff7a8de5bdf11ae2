import * as v from 'valibot';
import { MAX_LINK_UTF16 } from './limits.ts';
import { daySchema } from './primitives.ts';

/** What the build writes down about itself. */
export const releaseSchema = v.strictObject({
  /** ISO 8601 day, UTC. */
  builtOn: daySchema,
  /** Where releases are told of, `null` while there is no such place; the app itself never asks there. */
  address: v.nullable(v.pipe(v.string(), v.maxLength(MAX_LINK_UTF16))),
});

/** A package inside the app, and under which terms. */
export const partSchema = v.strictObject({
  name: v.string(),
  version: v.string(),
  /** SPDX. */
  licence: v.string(),
  isFont: v.boolean(),
  /** The whole text of its licence files; empty when it brings none. */
  text: v.string(),
});
