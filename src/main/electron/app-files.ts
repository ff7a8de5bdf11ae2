import { readFileSync, realpathSync } from 'node:fs';
import { extname, isAbsolute, join, relative } from 'node:path';
import { APP_ORIGIN, ASSET_ADDRESS, CONVERTER_ORIGIN, requestedPath } from './app-address.ts';

const WINDOW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The only pictures that the window shows are those of the reader's own articles.
  `img-src ${ASSET_ADDRESS}`,
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The converter may run its own scripts and nothing else: no requests, frames, workers or images. The sandbox gives
 * the page an opaque origin, so that it has no storage either.
 */
const CONVERTER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-scripts',
].join('; ');

/** A page of the app: its origin and the headers that limit it. */
export interface Site {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const WINDOW_SITE: Site = {
  origin: APP_ORIGIN,
  headers: { 'content-security-policy': WINDOW_POLICY },
};
export const CONVERTER_SITE: Site = {
  origin: CONVERTER_ORIGIN,
  headers: {
    'content-security-policy': CONVERTER_POLICY,
    // A page with an opaque origin loads even its own modules as cross-origin requests.
    'access-control-allow-origin': '*',
  },
};

/** An allow-list of the file types that the pages need. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The answer to one request of a page. */
export interface FileAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Buffer;
}

/**
 * Answers one request with a file inside `root` and the policy. Otherwise the status is 400 for an invalid address or
 * method, 403 outside the folder, and 404 for a missing file or another type.
 *
 * The file is read synchronously, because the window waits for these few files and every step through the thread pool
 * would add a wait.
 */
export function answerFile(
  root: string,
  address: string,
  method: string,
  site = WINDOW_SITE,
): FileAnswer {
  const path = requestedPath(address, site.origin);
  const refuse = (statusCode: number): FileAnswer => ({
    statusCode,
    headers: headersFor('text/plain', site),
    data: Buffer.alloc(0),
  });
  if (path === null || method !== 'GET') return refuse(400);
  const contentType = CONTENT_TYPES[extname(path)];
  if (!contentType) return refuse(404);
  try {
    const base = realpathSync(root);
    const file = realpathSync(join(base, path));
    const inside = relative(base, file);
    if (inside.startsWith('..') || isAbsolute(inside)) return refuse(403);
    return { statusCode: 200, headers: headersFor(contentType, site), data: readFileSync(file) };
  } catch {
    // The file is missing, unreadable or not inside the folder; the page learns no more than that.
    return refuse(404);
  }
}

function headersFor(contentType: string, { headers }: Site): Record<string, string> {
  return {
    'content-type': contentType,
    ...headers,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  };
}
