import * as v from 'valibot';
import { MAX_LINK_UTF16 } from './limits.ts';
import { daySchema } from './primitives.ts';

/** What the build records about itself. */
export const releaseSchema = v.strictObject({
  /** An ISO 8601 day in UTC. */
  builtOn: daySchema,
  /** Where releases are announced; `null` while there is no such page. The app itself never requests it. */
  address: v.nullable(v.pipe(v.string(), v.maxLength(MAX_LINK_UTF16))),
});

/** A third-party package in the app and its licence. */
export const partSchema = v.strictObject({
  name: v.string(),
  version: v.string(),
  /** An SPDX expression. */
  licence: v.string(),
  isFont: v.boolean(),
  /** The full text of its licence files; empty when the package contains none. */
  text: v.string(),
});
