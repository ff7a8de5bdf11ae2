import { spellingKey } from '#shared/arabic/spelling.ts';
import { lunrStem } from './arabic-stemmer.ts';

/**
 * All folded words of the library's articles, numbered. It answers which words begin with given letters and which
 * share a stem; `explain` decides why a word matches.
 */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly keys: string[] = [];
  private readonly stems: string[] = [];
  private readonly idsByStem = new Map<string, number[]>();
  /** Ids sorted by spelling key; updated when they are needed. */
  private sorted: Uint32Array = new Uint32Array(0);

  get size(): number {
    return this.words.length;
  }

  /**
   * Returns the number of a word and adds the word if it is new.
   *
   * @param knownStem the word's `lunrStem`, when the caller knows it
   */
  intern(word: string, knownStem?: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    const key = spellingKey(word);
    this.ids.set(word, id);
    this.words.push(word);
    this.keys.push(key === word ? word : key);
    const stem = knownStem ?? lunrStem(word);
    this.stems.push(stem);
    const siblings = this.idsByStem.get(stem);
    if (siblings === undefined) this.idsByStem.set(stem, [id]);
    else siblings.push(id);
    return id;
  }

  word(id: number): string {
    return this.words[id] ?? '';
  }

  key(id: number): string {
    return this.keys[id] ?? '';
  }

  /** The `lunrStem` of a word. */
  stem(id: number): string {
    return this.stems[id] ?? '';
  }

  withStem(stem: string): readonly number[] {
    return this.idsByStem.get(stem) ?? [];
  }

  /** Visits the words whose spelling key has this prefix, in order, until the visitor returns `false`. */
  visitPrefix(prefix: string, visit: (id: number, key: string) => boolean | void): void {
    const sorted = this.sortedIds();
    for (let at = this.lowerBound(sorted, prefix); at < sorted.length; at += 1) {
      const id = sorted[at] ?? 0;
      const key = this.key(id);
      if (!key.startsWith(prefix) || visit(id, key) === false) return;
    }
  }

  private lowerBound(sorted: Uint32Array, prefix: string): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.key(sorted[middle] ?? 0) < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Sorts only the new words and merges them with the others, so that adding one article is cheap. */
  private sortedIds(): Uint32Array {
    const old = this.sorted;
    if (old.length === this.words.length) return old;
    const fresh = Uint32Array.from(
      { length: this.words.length - old.length },
      (_, index) => index + old.length,
    );
    fresh.sort((a, b) => compare(this.key(a), this.key(b)));
    const merged = new Uint32Array(this.words.length);
    let [left, right] = [0, 0];
    for (let at = 0; at < merged.length; at += 1) {
      const takeOld =
        right >= fresh.length ||
        (left < old.length && compare(this.key(old[left] ?? 0), this.key(fresh[right] ?? 0)) <= 0);
      merged[at] = (takeOld ? old[left++] : fresh[right++]) ?? 0;
    }
    this.sorted = merged;
    return merged;
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
