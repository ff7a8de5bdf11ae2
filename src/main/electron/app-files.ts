import { readFileSync, realpathSync } from 'node:fs';
import { extname, isAbsolute, join, relative } from 'node:path';
import { requestedPath } from './app-address.ts';

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

/** The answer to one request of the window. */
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
export function answerFile(root: string, address: string, method: string): FileAnswer {
  const path = requestedPath(address);
  if (path === null || method !== 'GET') return refuse(400);
  const contentType = CONTENT_TYPES[extname(path)];
  if (!contentType) return refuse(404);
  try {
    const base = realpathSync(root);
    const file = realpathSync(join(base, path));
    const inside = relative(base, file);
    if (inside.startsWith('..') || isAbsolute(inside)) return refuse(403);
    return { statusCode: 200, headers: headersFor(contentType), data: readFileSync(file) };
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

function refuse(statusCode: number): FileAnswer {
  return { statusCode, headers: headersFor('text/plain'), data: Buffer.alloc(0) };
}
