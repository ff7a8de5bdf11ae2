import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { partSchema, releaseSchema } from '#shared/domain/release.ts';

/** What the build writes down beside the app; part of it, so a missing file is a broken installation. */
const readPart = async (outFolder: string, name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(outFolder, 'about', name), 'utf8'));

/** What the app says of itself when it is asked; no start reads it. @param outFolder absolute path of the built app */
export function createAbout(outFolder: string) {
  return {
    release: async () => v.parse(releaseSchema, await readPart(outFolder, 'release.json')),
    parts: async () => v.parse(v.array(partSchema), await readPart(outFolder, 'parts.json')),
  };
}
