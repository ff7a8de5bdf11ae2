export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://hashiya';
/** The page that converts files is another site, so that it never shares a process with the window. */
export const CONVERTER_ORIGIN = 'app://converter';

/** The path in the folder of the page that has this origin, or `null` when the address must be refused. */
export function requestedPath(address: string, origin = APP_ORIGIN): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (`${url.protocol}//${url.host}` !== origin) return null;
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
