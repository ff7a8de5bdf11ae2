import { readFile, realpath } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { APP_SCHEME, requestedPath } from './app-address.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The only kinds of files that the window needs: an allow-list. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

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
 * Answers 400 to addresses that try to be something else, 403 outside the folder, 404 otherwise.
 *
 * @param onFirst  called after the first answer, the page itself, has been given
 */
export function serveApp(on: Protocol, root: string, onFirst: () => void): void {
  let first = true;
  on.handle(APP_SCHEME, async (request) => {
    const response = await answer(root, request.url, request.method);
    if (first) setImmediate(onFirst);
    first = false;
    return response;
  });
}

async function answer(root: string, address: string, method: string): Promise<Response> {
  const path = requestedPath(address);
  if (path === null || method !== 'GET') return refuse(400);
  const contentType = CONTENT_TYPES[extname(path)];
  if (!contentType) return refuse(404);
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, path));
    const inside = relative(base, file);
    if (inside.startsWith('..') || inside.startsWith(sep)) return refuse(403);
    return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(contentType) });
  } catch {
    // Missing, unreadable or not inside: the window is told no more than that.
    return refuse(404);
  }
}

function headersFor(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  };
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: headersFor('text/plain') });
}
