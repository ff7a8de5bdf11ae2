import { ASSET_PATH } from '#shared/domain/asset-path.ts';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://hashiya';
/** The page that converts files has an origin of its own, so that it never shares a process with the window. */
export const CONVERTER_ORIGIN = 'app://converter';

/** What the addresses of pictures begin with. The rest is the id of the article and the SHA-256 of the picture. */
export const ASSET_ADDRESS = `${APP_ORIGIN}${ASSET_PATH}`;

const ASSET = /^([a-z\d-]{1,80})\/([\da-f]{64})$/;

/** Returns which picture is requested, or `null` when the address must be refused. It has exactly one form. */
export function requestedAsset(address: string): { article: string; sha256: string } | null {
  if (!address.startsWith(ASSET_ADDRESS)) return null;
  const [, article, sha256] = ASSET.exec(address.slice(ASSET_ADDRESS.length)) ?? [];
  return article === undefined || sha256 === undefined ? null : { article, sha256 };
}

/** Returns the path inside the folder of the page with this origin, or `null` when the address must be refused. */
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
  // The path is decoded once, and the build creates no other names. A remaining escape, a parent folder, a backslash,
  // a NUL, a drive or a Windows stream is therefore an attack.
  return /^(?:\/[\w-][\w.-]*)+$/.test(path) ? path : null;
}
