import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Session, protocol } from 'electron';
import { APP_ORIGIN, APP_SCHEME, ASSET_ADDRESS } from '../electron/app-address.ts';
import { answerFile } from '../electron/app-files.ts';

/** Registers the app's protocol. It must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    },
  ]);
}

/** Matches the script and style of the page itself. Files that they load later do not count. */
const PAGE_PART = /(?:src|href)="\.\/(assets\/[^"]+)"/g;

/**
 * Serves the built renderer at `app://hashiya/`, and only files inside `root`; and the pictures of the own articles at
 * `app://hashiya/asset/`, and only from their folders.
 *
 * @returns a promise that resolves when the page's script and style were sent, and never without them
 */
export function serveApp(to: Session, root: string, dataFolder: string): Promise<void> {
  // `protocol.handle` loads a whole implementation of fetch and sends every file through two streams. The deprecated call
  // takes buffers, and Electron keeps it (docs/adr/0005).
  to.protocol.registerBufferProtocol(APP_SCHEME, ({ url, method }, answer) => {
    if (!url.startsWith(ASSET_ADDRESS)) return answer({ ...answerFile(root, url, method) });
    // What reads pictures is loaded with the first one, because the start needs none.
    void import('../electron/app-assets.ts')
      .then(({ answerAsset }) => answerAsset(dataFolder, url, method))
      .then((picture) => answer({ ...picture }));
  });
  const awaited = readFile(join(root, 'index.html'), 'utf8').then(partsOf, () => new Set<string>());
  return new Promise((resolve) => {
    to.webRequest.onCompleted(({ url }) => {
      void awaited.then((parts) => {
        if (parts.delete(url) && parts.size === 0) resolve();
      });
    });
  });
}

const partsOf = (page: string): Set<string> =>
  new Set([...page.matchAll(PAGE_PART)].map(([, path]) => `${APP_ORIGIN}/${path}`));
