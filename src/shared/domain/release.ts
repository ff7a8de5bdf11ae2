import * as z from 'zod';
import { MAX_LINK_UTF16 } from './limits.ts';

/** What the build writes down about itself. */
export const releaseSchema = z.strictObject({
  /** ISO 8601 day, UTC. */
  builtOn: z.iso.date(),
  /** Where releases are told of; the app itself never asks there. */
  address: z.string().max(MAX_LINK_UTF16),
});

/** A package inside the app, and under which terms. */
export const partSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** SPDX. */
  licence: z.string(),
  isFont: z.boolean(),
  /** The whole text of its licence files; empty when it brings none. */
  text: z.string(),
});
