import type { WalkedFile } from './walk.ts';

/** What an import still has to do: folders to list, and files to read. */
export class FileQueue {
  private roots: string[] = [];
  private waiting: WalkedFile[] = [];
  /** Paths that were queued or read, because a file that was named twice is read once. */
  private readonly known = new Set<string>();
  private isReading = false;

  get isEmpty(): boolean {
    return this.roots.length === 0 && this.waiting.length === 0;
  }

  /** Files that are still to be read, with the one that is being read. */
  get remaining(): number {
    return this.waiting.length + (this.isReading ? 1 : 0);
  }

  /** Forgets everything except the files that were read before. @param done their absolute paths */
  reset(done: Iterable<string>): void {
    this.clear();
    this.known.clear();
    for (const path of done) this.known.add(path);
  }

  /** Drops what is waiting; the file that is being read is not affected. */
  clear(): void {
    this.roots = [];
    this.waiting = [];
  }

  /** @param roots absolute paths of files and folders */
  addRoots(roots: readonly string[]): void {
    this.roots.push(...roots);
  }

  takeRoots(): readonly string[] {
    return this.roots.splice(0);
  }

  /** Remembers a path. @returns whether it is new */
  isNew(path: string): boolean {
    if (this.known.has(path)) return false;
    this.known.add(path);
    return true;
  }

  push(file: WalkedFile): void {
    this.waiting.push(file);
  }

  /** Takes the next file, which counts as being read until `finishFile`. */
  startFile(): WalkedFile | undefined {
    const file = this.waiting.shift();
    this.isReading = file !== undefined;
    return file;
  }

  finishFile(): void {
    this.isReading = false;
  }
}
