import { latin1 } from './bytes.ts';

/** How many bytes at the start contain all the marks below. */
const MARK_BYTES = 16;

/** The first bytes of other kinds of files, as Latin-1. */
const FOREIGN_MARKS =
  // oxlint-disable-next-line no-control-regex -- binary files begin with them
  /^(?:\x89PNG|\xFF\xD8\xFF|GIF8|RIFF|MZ|\x7FELF|Rar!|7z\xBC\xAF|\x1F\x8B|BM.{4}\0\0|II\*\0|MM\0\*|OggS|ID3|\xCA\xFE\xBA\xBE|SQLite format|\{\\rtf|wOF[F2]|\0\0\0.ftyp)/su;

/** Endings of files that are never articles, whatever they contain, so that the reader is not led to open them. */
const FOREIGN_ENDINGS =
  /\.(?:exe|com|scr|bat|cmd|ps1|vbs|js|mjs|cjs|sh|msi|jar|app|dll|apk|png|jpe?g|gif|webp|svg|bmp|mp[34]|zip|rar|7z|gz|tar|xlsx?|pptx?|odt|rtf|csv|json|css)$/iu;

/**
 * Tells by the ending or the first bytes whether a file is of a kind that is never read. It looks at nothing else, so the
 * main process can call it for every picture of a folder without starting the converter.
 *
 * @param name  with or without a folder; only its ending is used
 */
export const isForeign = (bytes: Uint8Array, name: string): boolean =>
  FOREIGN_ENDINGS.test(name) || FOREIGN_MARKS.test(latin1(bytes.subarray(0, MARK_BYTES)));
