import { CopyRefusal } from './copy-refusal.ts';
import type { Take } from './unpack.ts';

const LINE_END = 0x0a;

/** Longest line in bytes. The longest article that is allowed takes a third of it. */
export const MAX_LINE_BYTES = 32_000_000;

/** Cuts pieces of bytes into lines. Each line keeps its line end, because it was a file of its own. */
export interface LineSplitter {
  readonly take: Take;
  /** Passes on a last line that has no line end. */
  end(): void;
}

/** @param onLine  receives the bytes of a line, which it may keep */
export function createLineSplitter(onLine: (line: Uint8Array) => void): LineSplitter {
  let parts: Uint8Array[] = [];
  let sizeBytes = 0;

  function keep(part: Uint8Array): void {
    sizeBytes += part.length;
    if (sizeBytes > MAX_LINE_BYTES) throw new CopyRefusal('backup/too-large');
    parts.push(Uint8Array.from(part));
  }

  function end(): void {
    if (sizeBytes === 0) return;
    const line = Buffer.concat(parts);
    [parts, sizeBytes] = [[], 0];
    onLine(line);
  }

  return {
    take(piece) {
      for (let from = 0; from < piece.length;) {
        const at = piece.indexOf(LINE_END, from);
        const to = at < 0 ? piece.length : at + 1;
        keep(piece.subarray(from, to));
        if (at >= 0) end();
        from = to;
      }
    },
    end,
  };
}

/** Cuts bytes that are in memory into lines with their ends. */
export function* linesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_END, from);
    const to = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}
