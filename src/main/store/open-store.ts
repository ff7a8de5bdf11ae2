import { join } from 'node:path';
import { type FileSystem, discard, refusalReason } from '../disk/file-system.ts';
import type { Compactor } from './compactor.ts';
import { type Findings, createFindings } from './findings.ts';
import { type Journal, createJournal } from './journal.ts';
import { JournaledStore } from './journaled-store.ts';
import { LoadedArticles } from './loaded-articles.ts';
import type { ProcessTable } from './lock.ts';
import { openFolder } from './open-folder.ts';
import { type StorePaths, storePaths } from './paths.ts';
import { createQuarantine } from './quarantine.ts';
import type { Replay } from './replay.ts';

export interface StoreOptions {
  /** Absolute path of the data folder. */
  readonly folder: string;
  readonly fs: FileSystem;
  readonly compactor: Compactor;
  readonly processes: ProcessTable;
  readonly now: () => Date;
  readonly compactAfter?: { readonly changes: number; readonly bytes: number };
}

/**
 * Opens the store of the marks, which consists of the articles' files and a journal of later changes. A change is written
 * to the journal and synced before it is acknowledged; compaction moves the journal into the files. Opening never throws:
 * damaged files go to the quarantine and a notice tells the reader.
 */
export function openMarksStore(options: StoreOptions): JournaledStore {
  const { fs, now } = options;
  const paths = storePaths(options.folder);
  const findings = createFindings();
  const quarantine = createQuarantine(fs, paths, now);
  const opened = openFolder({ ...options, paths, findings, quarantine });
  const isWriter = opened.lock.state === 'held' && findings.readOnly === null;
  const journal = isWriter ? startJournal(fs, paths, opened.replay, findings) : null;
  // Because no other process writes, only loaded articles get a file from now on; a migration gives one to all.
  const listed = listMarks(fs, paths);
  const names = isWriter && !opened.mayMigrate ? listed : null;
  const isListed = listed !== null;
  const tools = { fs, paths, quarantine, findings, isWriter, names, isListed };
  const articles = new LoadedArticles(tools, opened.replay);
  return new JournaledStore({ ...options, paths, findings, opened, articles, journal, isWriter });
}

function startJournal(
  fs: FileSystem,
  paths: StorePaths,
  { lastSequence }: Replay,
  findings: Findings,
): Journal | null {
  try {
    const journal = createJournal(fs, paths, lastSequence);
    findings.readOnly = whyNotWritable(fs, paths.journal);
    return findings.readOnly === null ? journal : null;
  } catch (error) {
    findings.readOnly = refusalReason(error);
    return null;
  }
}

/**
 * Creates and removes an empty file, because a folder may take the lock while the journal's folder, with permissions of
 * its own, takes no changes; the reader should know that before writing a note. Other failures may pass, so they are
 * reported with the change that meets them; a missing folder is made by the first change.
 */
function whyNotWritable(fs: FileSystem, folder: string): 'read-only' | null {
  const path = join(folder, 'probe.tmp');
  try {
    discard(fs, path);
    const file = fs.create(path);
    try {
      fs.close(file);
    } finally {
      // An empty file that the disk could not close must not stay either.
      fs.remove(path);
    }
    return null;
  } catch (error) {
    return refusalReason(error) === 'read-only' ? 'read-only' : null;
  }
}

function listMarks(fs: FileSystem, paths: StorePaths): Set<string> | null {
  try {
    return new Set(fs.list(paths.marks));
  } catch {
    return null; // Without the list, the disk is asked for each file by name.
  }
}
