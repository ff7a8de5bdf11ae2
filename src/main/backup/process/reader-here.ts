import { fail, succeed } from '#shared/domain/result.ts';
import type { FileSystem } from '../../disk/file-system.ts';
import type { PlacedFile } from '../../disk/regular-file.ts';
import type { CopyReader } from './client.ts';
import { type CopyTools, serveArchive, serveCopy } from './serve.ts';

/** Reads and writes copies in this process without limits, which is only for tools and tests. */
export const createReaderHere = (tools: CopyTools): CopyReader => ({
  async run(request) {
    const answer = await serveCopy(request, tools);
    if (answer.kind === 'found') return succeed(answer.inspection);
    if (answer.kind === 'refused') return fail({ code: answer.code });
    return fail({ code: 'backup/not-prepared', params: { reason: answer.reason } });
  },
  cancel: () => undefined,
  async write(request) {
    const answer = serveArchive(request, tools);
    if (answer.kind === 'written') return succeed({ leftOut: answer.leftOut });
    if (answer.kind === 'too-large') return fail({ code: 'backup/too-large' });
    return fail({ code: 'exchange/not-written', params: { reason: answer.reason } });
  },
});

/** Opens a file of any `FileSystem` by reading it into memory. */
export function placeInMemory(fs: FileSystem, path: string): PlacedFile {
  const bytes = fs.read(path);
  return {
    sizeBytes: bytes.length,
    readAt(offset, target) {
      const part = bytes.subarray(offset, offset + target.length);
      target.set(part);
      return part.length;
    },
    close: () => undefined,
  };
}
