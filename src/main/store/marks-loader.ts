import type { ArticleId } from '#shared/domain/article.ts';
import { type Copy, readCopies } from './marks-copies.ts';
import type { MarksState } from './marks-state.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { Findings } from './findings.ts';
import type { StorePaths } from './paths.ts';
import type { Quarantine } from './quarantine.ts';

export interface LoadedMarks {
  readonly state: MarksState;
  /** Why the article must not be changed; `null` when it may be. */
  readonly refusal: 'newer-version' | 'other' | null;
  /** True when a copy is missing or was moved to the quarantine. */
  readonly needsRepair: boolean;
}

/** What is needed to read an article's marks. */
export interface LoadTools {
  readonly fs: FileSystem;
  readonly paths: StorePaths;
  readonly quarantine: Quarantine;
  readonly findings: Findings;
  /** False without the lock: a file may then belong to another process and must not be moved. */
  readonly isWriter: boolean;
  /** Names of all marks files, if known. */
  readonly names: ReadonlySet<string> | null;
  /** False when the disk could not list the folder of the marks files at the start. */
  readonly isListed: boolean;
}

/** Reads an article's copies. Damaged ones are moved to the quarantine, and never reset or overwritten. */
export function loadMarks(tools: LoadTools, articleId: ArticleId): LoadedMarks {
  const { main, backup, state, isKnown, isComplete } = readCopies(
    { ...tools, isQuick: true },
    articleId,
  );
  const copies = [main, backup];
  const { findings } = tools;
  if (copies.some(({ found }) => found.kind === 'newer')) {
    findings.newer++;
    return { state, refusal: 'newer-version', needsRepair: false };
  }
  // A link whose target is missing cannot be listed either. A change would get a number that the files may have already.
  const isGone = !tools.isListed && !tools.fs.exists(tools.paths.marks);
  if (isGone || copies.some(({ found }) => found.kind === 'unreadable')) {
    if (tools.isListed) findings.unreadable++;
    else findings.isFolderUnread = true;
    return { state, refusal: 'other', needsRepair: false };
  }
  if (isKnown && main.found.kind !== 'article') findings.recovered++;
  const isClear = copies.every((copy) => copy.found.kind !== 'invalid' || setAside(tools, copy));
  return { state, refusal: isClear ? null : 'other', needsRepair: isKnown && !isComplete };
}

/** Returns false when the disk refuses; the bytes then stay, and nothing is written over them. */
function setAside({ quarantine, findings, isWriter }: LoadTools, { path }: Copy): boolean {
  if (!isWriter) {
    findings.unreadable++;
    return false;
  }
  try {
    quarantine.move(path);
    findings.quarantined++;
    return true;
  } catch {
    findings.unreadable++;
    return false;
  }
}
