import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that nothing in the app may ever reach. */
export interface Beacon {
  /** The address of the server, such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Paths that were requested. */
  readonly hits: readonly string[];
  close(): Promise<void>;
}

/** Listens on loopback and records every request. */
export async function openBeacon(): Promise<Beacon> {
  const hits: string[] = [];
  const server: Server = createServer((request, answer) => {
    hits.push(request.url ?? '');
    answer.setHeader('access-control-allow-origin', '*');
    answer.end('');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
