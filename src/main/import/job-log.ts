import { join } from 'node:path';
import * as v from 'valibot';
import { type ImportItem, importItemSchema } from '#shared/domain/import.ts';
import { tryParse } from '#shared/domain/parse.ts';
import { type FileSystem, type OpenFile, discard, writeAll } from '../disk/file-system.ts';
import { encodeCheckedLine, jsonOfLine } from '../disk/checked-line.ts';

/** What an import was asked to do, and the outcome for each file so far. */
export interface JobRecord {
  /** Absolute paths of files and folders, as the reader named them. */
  readonly roots: readonly string[];
  readonly items: readonly ImportItem[];
  /** True when the import finished or the reader ended it. */
  readonly ended: boolean;
}

/**
 * The last import, stored so that an interrupted one continues at the next start. Losing the log loses no article,
 * because importing the same files again adds nothing.
 */
export interface JobLog {
  /** Returns the last import, or `null` when there is none or it cannot be read. */
  read(): JobRecord | null;
  /** Starts a new log with this record; the old one is removed. */
  begin(record: JobRecord): void;
  /** Adds or replaces the entry of one file. */
  write(item: ImportItem): void;
  end(): void;
  /** Gives the log of a finished import the name that says so, which earlier versions of the app did not. */
  markEnded(): void;
  clear(): void;
}

const VERSION = 1;
const NAME = /^import-(\d{6,})(?:\.ended)?\.log$/;

/**
 * The name of a log. That of a finished import says so, because a lost line must not start the import again: articles
 * that the reader removed since then would come back.
 */
const nameOf = (number: number, { ended }: { ended: boolean }): string =>
  `import-${String(number).padStart(6, '0')}${ended ? ENDED : ''}.log`;
const ENDED = '.ended';

const lineSchema = v.union([
  v.strictObject({ roots: v.array(v.string()) }),
  v.strictObject({ item: importItemSchema }),
  v.strictObject({ ended: v.literal(true) }),
]);
type Line = v.InferOutput<typeof lineSchema>;

/**
 * @param folder    of the library, in the data folder
 * @param isWriter  false while another process may be importing, whose log must not be changed
 */
export const openJobLog = (
  fs: FileSystem,
  folder: string,
  { isWriter }: { isWriter: boolean },
): JobLog => new FolderJobLog(fs, folder, isWriter);

class FolderJobLog implements JobLog {
  private readonly fs: FileSystem;
  private readonly folder: string;
  private readonly isWriter: boolean;
  private open: OpenFile | null = null;

  constructor(fs: FileSystem, folder: string, isWriter: boolean) {
    this.fs = fs;
    this.folder = folder;
    this.isWriter = isWriter;
  }

  read(): JobRecord | null {
    const name = this.names().at(-1);
    if (name === undefined) return null;
    try {
      const record = decode(this.fs.read(join(this.folder, name)));
      return record && { ...record, ended: record.ended || isOfEnded(name) };
    } catch {
      return null; // The log cannot be read; the reader can import again.
    }
  }

  begin(record: JobRecord): void {
    if (!this.isWriter) return;
    this.close();
    const old = this.names();
    try {
      this.start(nameOf(numberOf(old.at(-1)) + 1, record), record);
    } catch {
      // Without a log nothing continues after a crash; the import itself reports what the disk refuses.
      this.close();
    }
    for (const name of old) discard(this.fs, join(this.folder, name));
  }

  write(item: ImportItem): void {
    this.append({ item });
  }

  end(): void {
    this.append({ ended: true });
    this.markEnded();
  }

  markEnded(): void {
    if (!this.isWriter) return;
    this.close();
    const name = this.names().at(-1);
    if (name === undefined || isOfEnded(name)) return;
    const { fs, folder } = this;
    try {
      fs.rename(join(folder, name), join(folder, nameOf(numberOf(name), { ended: true })));
      fs.syncFolder(folder);
    } catch {
      // The last line of the log says that the import has ended.
    }
  }

  clear(): void {
    if (!this.isWriter) return;
    this.close();
    for (const name of this.names()) discard(this.fs, join(this.folder, name));
  }

  private names(): string[] {
    return this.fs.list(this.folder).filter((name) => NAME.test(name));
  }

  private start(name: string, { roots, items, ended }: JobRecord): void {
    const { fs, folder } = this;
    fs.makeFolder(folder);
    this.open = fs.create(join(folder, name));
    const lines: Line[] = [{ roots: [...roots] }, ...items.map((item) => ({ item }))];
    if (ended) lines.push({ ended: true });
    writeAll(fs, this.open, Buffer.concat(lines.map(encode)));
    fs.sync(this.open);
    fs.syncFolder(folder);
  }

  private append(line: Line): void {
    if (this.open === null) return;
    try {
      writeAll(this.fs, this.open, encode(line));
    } catch {
      // Without a log some files are read again after a crash; nothing else is lost.
      this.close();
    }
  }

  private close(): void {
    if (this.open !== null) this.fs.close(this.open);
    this.open = null;
  }
}

const numberOf = (name: string | undefined): number => Number(NAME.exec(name ?? '')?.[1] ?? 0);

const isOfEnded = (name: string): boolean => name.endsWith(`${ENDED}.log`);

function encode(line: Line): Buffer {
  return encodeCheckedLine(VERSION, JSON.stringify(line));
}

function decode(bytes: Uint8Array): JobRecord | null {
  let roots: readonly string[] | null = null;
  let ended = false;
  const items = new Map<number, ImportItem>();
  for (const text of Buffer.from(bytes).toString('utf8').split('\n')) {
    const json = jsonOfLine(VERSION, text);
    if (json === null) continue;
    const line = tryParse(lineSchema, JSON.parse(json));
    if (!line.success) continue;
    if ('roots' in line.output) roots = line.output.roots;
    else if ('item' in line.output) items.set(line.output.item.index, line.output.item);
    else ended = true;
  }
  return roots && { roots, items: [...items.values()], ended };
}
