import type { Shell } from 'electron';
import { type LinkRefusal, readOutwardLink } from '#shared/domain/outward-link.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';

/**
 * Hands an address to the system's browser or mail program. The window has asked the reader; what it says is
 * judged again here, and must be to the letter what the reader was shown.
 */
export async function openLink(
  shell: Pick<Shell, 'openExternal'>,
  address: string,
): Promise<Result<null, { code: LinkRefusal | 'link/not-opened' }>> {
  const read = readOutwardLink(address);
  if (!read.ok) return read;
  if (read.value.href !== address) return fail({ code: 'link/not-an-address' });
  try {
    await shell.openExternal(address);
    return succeed(null);
  } catch {
    // No browser, or none that the system would start: the reader is told.
    return fail({ code: 'link/not-opened' });
  }
}
