import { readFile, realpath } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { type Session, protocol } from 'electron';
import { APP_ORIGIN, APP_SCHEME, requestedPath } from './app-address.ts';

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

/** Script and style of the page itself; what they ask for later does not count. */
const PAGE_PART = /(?:src|href)="\.\/(assets\/[^"]+)"/g;

/**
 * Serves the built renderer at `app://hashiya/`: files inside `root` and nothing else.
 * Answers 400 to addresses that try to be something else, 403 outside the folder, 404 otherwise.
 *
 * @returns when the page's script and style have been sent; never without them
 */
export function serveApp(to: Session, root: string): Promise<void> {
  to.protocol.handle(APP_SCHEME, (request) => answer(root, request.url, request.method));
  const awaited = readFile(join(root, 'index.html'), 'utf8').then(partsOf, () => new Set<string>());
  return new Promise((resolve) => {
    to.webRequest.onCompleted(async ({ url }) => {
      const parts = await awaited;
      if (parts.delete(url) && parts.size === 0) resolve();
    });
  });
}

const partsOf = (page: string): Set<string> =>
  new Set([...page.matchAll(PAGE_PART)].map(([, path]) => `${APP_ORIGIN}/${path}`));

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
