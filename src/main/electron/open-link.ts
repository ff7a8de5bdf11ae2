import type { Shell } from 'electron';
import {
  type LinkRefusal,
  type OutwardLink,
  readOutwardLink,
} from '#shared/domain/outward-link.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';

export interface LinkOptions {
  readonly shell: Pick<Shell, 'openExternal'>;
  /**
   * Returns the exact addresses that the app itself contains. The window has shown them, and they carry no data out.
   */
  readonly ownAddresses: () => Promise<readonly string[]>;
  /** Shows the whole address in a system dialog; resolves to true when the reader wants to open it. */
  readonly ask: (link: OutwardLink) => Promise<boolean>;
}

type OpenLink = (
  address: string,
) => Promise<Result<null, { code: LinkRefusal | 'link/not-opened' | 'link/one-at-a-time' }>>;

/**
 * Opens an address in the system's browser or mail program.
 *
 * The address is judged here again. An address that is not part of the app's build could carry text out if something
 * else controlled the window. It is therefore opened only after the main process itself has shown it, one at a time.
 */
export function createLinkOpener({ shell, ownAddresses, ask }: LinkOptions): OpenLink {
  let isBusy = false;

  async function open(link: OutwardLink): Promise<Result<null, { code: 'link/not-opened' }>> {
    const isOwn = (await ownAddresses()).includes(link.href);
    // The reader declined, which is not an error.
    if (!isOwn && !(await ask(link))) return succeed(null);
    try {
      await shell.openExternal(link.href);
      return succeed(null);
    } catch {
      // The system has no browser or cannot start it; the reader is told.
      return fail({ code: 'link/not-opened' });
    }
  }

  return async (address) => {
    const read = readOutwardLink(address);
    if (!read.ok) return read;
    if (read.value.href !== address) return fail({ code: 'link/not-an-address' });
    if (isBusy) return fail({ code: 'link/one-at-a-time' });
    isBusy = true;
    try {
      return await open(read.value);
    } finally {
      isBusy = false;
    }
  };
}
