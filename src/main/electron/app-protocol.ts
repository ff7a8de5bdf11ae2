import { type Protocol, protocol } from 'electron';
import { APP_SCHEME } from './app-address.ts';
import { answerFile } from './app-files.ts';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built renderer at `app://hashiya/`: files inside `root` and nothing else.
 *
 * @param onFirst  called after the first answer, the page itself, has been given
 */
export function serveApp(on: Protocol, root: string, onFirst: () => void): void {
  let first = true;
  on.handle(APP_SCHEME, async (request) => {
    const response = await answerFile(root, request.url, request.method);
    if (first) setImmediate(onFirst);
    first = false;
    return response;
  });
}
