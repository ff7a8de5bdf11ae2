/**
 * The converter: a page without a window, in a process of Chromium's own that the system confines. It gets the bytes of
 * files through a port, and answers with their text. Nothing here or below needs Node.
 */
import { CONVERTER_PORT } from '#shared/contract/converter-port.ts';
import type { ImportRequest } from '#main/convert/process/protocol.ts';
import { serveImport } from '#main/convert/process/serve.ts';

addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
  if (data !== CONVERTER_PORT || port === undefined) return;
  const serve = serveImport(
    (answer) => port.postMessage(answer),
    (bug) => reportError(bug),
  );
  // The other end is our own main process, which speaks this protocol and no other.
  port.addEventListener('message', (message: MessageEvent<unknown>) => {
    void serve(message.data as ImportRequest);
  });
  // An answer is lost. Without its port the main process takes this process for ended, and starts another.
  addEventListener('unhandledrejection', () => port.close());
  port.start();
});
