export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://hashiya';

const APP_HOST = 'hashiya';

/** The path in the renderer's folder, or `null` when the address must be refused. */
export function requestedPath(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  // Decoded once: what still holds an escape, a backslash, a NUL or a parent folder is an attack.
  if (/[\\\0%]/.test(path) || path.split('/').includes('..')) return null;
  return path === '/' ? '/index.html' : path;
}
