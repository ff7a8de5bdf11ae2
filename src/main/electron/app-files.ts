import { readFileSync, realpathSync } from 'node:fs';
import { extname, isAbsolute, join, relative } from 'node:path';
import { APP_ORIGIN, CONVERTER_ORIGIN, requestedPath } from './app-address.ts';

const WINDOW_POLICY = [
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

/**
 * Its own scripts and nothing else: no request, no frame, no worker, no picture. Without an origin of its own the page
 * has no storage either.
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

/** A page of the app: where it is, and what it may do. */
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
    // A page without an origin asks for its own modules as a stranger.
    'access-control-allow-origin': '*',
  },
};

/** The only kinds of files that the pages need: an allow-list. */
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
 * The answer to one request: a file inside `root`, with the policy.
 * Otherwise 400 for an address that tries to be something else, 403 outside the folder, 404 when there is none.
 *
 * Reads at once: the window waits for these few files, and each step through the thread pool is a wait for its turn.
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
    // Missing, unreadable or not inside: the window is told no more than that.
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
