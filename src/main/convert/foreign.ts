import { latin1 } from './bytes.ts';

/** Bytes at the start that hold every mark below. */
const MARK_BYTES = 16;

/** What files of other kinds begin with, as Latin-1. */
const FOREIGN_MARKS =
  // oxlint-disable-next-line no-control-regex -- binary files begin with them
  /^(?:\x89PNG|\xFF\xD8\xFF|GIF8|RIFF|MZ|\x7FELF|Rar!|7z\xBC\xAF|\x1F\x8B|BM.{4}\0\0|II\*\0|MM\0\*|OggS|ID3|\xCA\xFE\xBA\xBE|SQLite format|\{\\rtf|wOF[F2]|\0\0\0.ftyp)/su;

/** Endings of files that are no articles, whatever is in them: the reader should not be led to open them. */
const FOREIGN_ENDINGS =
  /\.(?:exe|com|scr|bat|cmd|ps1|vbs|js|mjs|cjs|sh|msi|jar|app|dll|apk|png|jpe?g|gif|webp|svg|bmp|mp[34]|zip|rar|7z|gz|tar|xlsx?|pptx?|odt|rtf|csv|json|css)$/iu;

/**
 * Whether a file is of a kind that is never read: by its ending, or by fixed marks in its first bytes. It looks at no more of
 * it, so the main process may ask, too, and need not wake the converter for every picture in a folder.
 *
 * @param name  with or without a folder; used for its ending only
 */
export const isForeign = (bytes: Uint8Array, name: string): boolean =>
  FOREIGN_ENDINGS.test(name) || FOREIGN_MARKS.test(latin1(bytes.subarray(0, MARK_BYTES)));
