/**
 * The converter: a page without a window, in a Chromium process that the system confines. It receives the bytes of files
 * through a port, and answers with their text. Nothing here or below needs Node.
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
  // The other end is our own main process, so the messages follow the protocol.
  port.addEventListener('message', (message: MessageEvent<unknown>) => {
    void serve(message.data as ImportRequest);
  });
  // An answer is lost. When the port is closed, the main process treats this process as ended and starts another.
  addEventListener('unhandledrejection', () => port.close());
  port.start();
});
