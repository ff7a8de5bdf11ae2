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
  if (url.username !== '' || url.password !== '') return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path === '/') return '/index.html';
  // Decoded once. The build makes no other names: an escape that is left, a parent folder, a backslash, a NUL,
  // a drive or a stream of Windows is an attack.
  return /^(?:\/[\w-][\w.-]*)+$/.test(path) ? path : null;
}
