import { MAX_ASSETS, MAX_ASSET_BYTES } from '#shared/domain/limits.ts';
import { decodeBase64 } from './bytes.ts';
import type { PictureSource } from './document.ts';

/** Longest head of a `data:` address, UTF-16 units: the type and its parameters. */
const MAX_HEAD_UTF16 = 200;

/** The pictures of one document, each under a number and once. */
export class Pictures {
  readonly sources: PictureSource[] = [];
  private readonly numbers = new Map<string, number>();

  /** Returns the number of a picture. @param key  the same for the same picture of the file */
  add(key: string, source: PictureSource): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = Math.min(this.sources.length, MAX_ASSETS);
    // All pictures beyond the limit share a number that has no bytes.
    this.sources[number] = number < MAX_ASSETS ? source : () => 'too-many';
    this.numbers.set(key, number);
    return number;
  }

  /** Returns the number of a picture in a `data:` address; `null` for any other address. */
  addData(address: string): number | null {
    const parts = splitData(address);
    return parts && this.add(address, () => decodeData(parts));
  }
}

interface DataAddress {
  readonly isBase64: boolean;
  readonly letters: string;
}

function splitData(address: string): DataAddress | null {
  if (!/^\s*data:image\//iu.test(address.slice(0, MAX_HEAD_UTF16))) return null;
  const comma = address.indexOf(',');
  if (comma === -1 || comma > MAX_HEAD_UTF16) return null;
  const isBase64 = /;\s*base64\s*$/iu.test(address.slice(0, comma));
  return { isBase64, letters: address.slice(comma + 1) };
}

function decodeData({ isBase64, letters }: DataAddress): ReturnType<PictureSource> {
  if (letters.length > 2 * MAX_ASSET_BYTES) return 'too-large';
  const bytes = new TextEncoder().encode(unescaped(letters));
  return isBase64 ? decodeBase64(bytes) : bytes;
}

function unescaped(letters: string): string {
  if (!letters.includes('%')) return letters;
  try {
    return decodeURIComponent(letters);
  } catch {
    return letters; // It is not validly encoded, so it stays as it is.
  }
}
