import type { RefusalReason } from '../disk/file-system.ts';
import type { StoreNotice } from './marks-store.ts';
import type { StorePaths } from './paths.ts';

/** What the store found that the reader should know of. The numbers grow while articles are read. */
export interface Findings {
  recovered: number;
  quarantined: number;
  unreadable: number;
  newer: number;
  /** Paths of the history that could not be read. */
  readonly unreadHistory: Set<string>;
  /** True when the folder of the articles' files cannot be read; its files are then not counted singly. */
  isFolderUnread: boolean;
  /** True when the folder of the journal, or a file in it, cannot be read. */
  isJournalUnread: boolean;
  /** True when a newer version wrote the whole folder. */
  isNewerFolder: boolean;
  readOnly: RefusalReason | null;
  /** The free space in MB, set when little is left. */
  freeMb: number | null;
}

export const createFindings = (): Findings => ({
  recovered: 0,
  quarantined: 0,
  unreadable: 0,
  newer: 0,
  unreadHistory: new Set(),
  isFolderUnread: false,
  isJournalUnread: false,
  isNewerFolder: false,
  readOnly: null,
  freeMb: null,
});

export function toNotices(
  findings: Findings & {
    /** How many records of newer versions the read articles contain. */
    readonly newerRecords: number;
  },
  { quarantine, marks, journal }: StorePaths,
): StoreNotice[] {
  const { recovered, quarantined, newer, readOnly, freeMb } = findings;
  const unreadable = findings.unreadable + findings.unreadHistory.size;
  const notices: StoreNotice[] = [];
  if (readOnly) notices.push({ code: 'store/read-only', params: { reason: readOnly } });
  if (findings.isJournalUnread)
    notices.push({ code: 'store/journal-unread', params: { folder: journal } });
  if (findings.isNewerFolder || newer > 0)
    notices.push({
      code: 'store/newer-version',
      // In a folder of a newer version it does not matter which articles have been read so far.
      params: { count: findings.isNewerFolder ? 0 : newer },
    });
  if (findings.newerRecords > 0)
    notices.push({ code: 'store/newer-records', params: { count: findings.newerRecords } });
  if (recovered > 0) notices.push({ code: 'store/recovered', params: { count: recovered } });
  if (quarantined > 0)
    notices.push({
      code: 'store/quarantined',
      params: { count: quarantined, folder: quarantine },
    });
  if (findings.isFolderUnread)
    notices.push({ code: 'store/folder-unread', params: { folder: marks } });
  if (unreadable > 0) notices.push({ code: 'store/read-failed', params: { count: unreadable } });
  if (freeMb !== null) notices.push({ code: 'store/low-space', params: { freeMb } });
  return notices;
}
