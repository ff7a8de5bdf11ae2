import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { partSchema, releaseSchema } from '#shared/domain/release.ts';

/**
 * Reads a file that the build writes beside the app. It is part of the app, so a missing file means a broken
 * installation.
 */
const readPart = async (outFolder: string, name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(outFolder, 'about', name), 'utf8'));

/**
 * Reads what the app tells about itself, only when it is asked and never at the start. @param outFolder absolute path
 * of the built app
 */
export function createAbout(outFolder: string) {
  return {
    release: async () => v.parse(releaseSchema, await readPart(outFolder, 'release.json')),
    parts: async () => v.parse(v.array(partSchema), await readPart(outFolder, 'parts.json')),
  };
}
