import type { Shell } from 'electron';
import {
  type LinkRefusal,
  type OutwardLink,
  readOutwardLink,
} from '#shared/domain/outward-link.ts';
import { type Result, fail, succeed } from '#shared/domain/result.ts';

export interface LinkOptions {
  readonly shell: Pick<Shell, 'openExternal'>;
  /** Addresses of the app itself, to the letter: the window has shown them, and they carry nothing out. */
  readonly ownAddresses: () => Promise<readonly string[]>;
  /** Shows the whole address in a dialog of the system; true when the reader wants it opened. */
  readonly ask: (link: OutwardLink) => Promise<boolean>;
}

type OpenLink = (
  address: string,
) => Promise<Result<null, { code: LinkRefusal | 'link/not-opened' | 'link/one-at-a-time' }>>;

/**
 * Hands an address to the system's browser or mail program.
 *
 * What the window says is judged again here. An address that the app does not have from its build could carry a text
 * out, if somebody else spoke for the window: it is opened only after the main process itself has shown it, one at a
 * time.
 */
export function createLinkOpener({ shell, ownAddresses, ask }: LinkOptions): OpenLink {
  let isBusy = false;

  async function open(link: OutwardLink): Promise<Result<null, { code: 'link/not-opened' }>> {
    const isOwn = (await ownAddresses()).includes(link.href);
    // The reader has changed their mind: nothing went wrong.
    if (!isOwn && !(await ask(link))) return succeed(null);
    try {
      await shell.openExternal(link.href);
      return succeed(null);
    } catch {
      // No browser, or none that the system would start: the reader is told.
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
