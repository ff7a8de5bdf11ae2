import { join } from 'node:path';
import { type FileSystem, errorCode, refusalReason } from '../../disk/file-system.ts';
import { storePaths } from '../../store/paths.ts';
import { readStates } from '../../store/restore.ts';
import { type OpenCopy, throughWindow } from '../copy-file.ts';
import { CopyRefusal } from '../copy-refusal.ts';
import type { Inspection } from '../inspection.ts';
import { librarySources } from '../library-sources.ts';
import {
  assetNamed,
  BACKUP_VERSION,
  type Entry,
  MAX_BACKUP_BYTES,
  type Manifest,
} from '../manifest.ts';
import { type Plan, createPlan } from '../plan.ts';
import { openPresentLibrary } from '../present-library.ts';
import { openArchive } from '../read-archive.ts';
import { readCopy } from '../read-copy.ts';
import { createStage } from '../stage.ts';
import { ArchiveTooLarge, writeArchive } from '../write-archive.ts';
import type {
  ArchiveAnswer,
  ArchiveRequest,
  CopyAnswer,
  CopyRequest,
  CopyTask,
} from './protocol.ts';

/** What the task needs of the machine. Tests pass their own tools. */
export interface CopyTools {
  readonly fs: FileSystem;
  readonly open: OpenCopy;
  readonly now: () => Date;
}

/** Serves a task of the worker. Tests call it in their own process. */
export async function serveTask(
  task: CopyTask,
  tools: CopyTools,
): Promise<CopyAnswer | ArchiveAnswer> {
  return task.kind === 'read' ? serveCopy(task.request, tools) : serveArchive(task.request, tools);
}

/** Writes a backup file and changes nothing else. */
export function serveArchive(request: ArchiveRequest, tools: CopyTools): ArchiveAnswer {
  const { withOriginals, appVersion } = request;
  const describe = (entries: readonly Entry[]): Manifest => ({
    format: 'hashiya-backup',
    version: entries.some(({ name }) => assetNamed(name) !== null) ? BACKUP_VERSION : 1,
    createdAt: tools.now().toISOString(),
    app: appVersion,
    entries: [...entries],
  });
  let leftOut = 0;
  const onLeftOut = (): void => void leftOut++;
  try {
    const sources = librarySources({ ...tools, ...request }, { withOriginals, onLeftOut });
    writeArchive(tools, request, sources, describe);
    return { kind: 'written', leftOut };
  } catch (error) {
    if (error instanceof ArchiveTooLarge) return { kind: 'too-large' };
    return { kind: 'disk', reason: refusalReason(error) };
  }
}

/** Reads a copy, and prepares its restore if the request says so. */
export async function serveCopy(request: CopyRequest, tools: CopyTools): Promise<CopyAnswer> {
  try {
    return { kind: 'found', inspection: await inspect(request, tools) };
  } catch (error) {
    if (error instanceof CopyRefusal) return { kind: 'refused', code: error.code };
    // Errors of the system have such codes; codes of zlib and of Node's own checks begin differently.
    if (/^E(?!RR_)[A-Z0-9]+$/.test(errorCode(error)))
      return { kind: 'disk', reason: refusalReason(error) };
    // The ZIP, JSON or UTF-8 reader threw this error because the file is cut or damaged.
    return { kind: 'refused', code: 'backup/damaged' };
  }
}

async function inspect(
  { source, dataFolder, prepare }: CopyRequest,
  { fs, open, now }: CopyTools,
): Promise<Inspection> {
  const present = openPresentLibrary(fs, dataFolder);
  const stage = prepare ? createStage(fs, dataFolder, now) : null;
  const plan = createPlan({ present, stage });
  if (source.kind === 'file') {
    return plan.end(await readFile(source.path, open, plan));
  }
  const { backups } = storePaths(dataFolder);
  const states = readStates(fs, storePaths(join(backups, source.name)));
  for (const [articleId, state] of states) plan.marks(articleId, state);
  return plan.end(source.createdAt);
}

async function readFile(path: string, open: CopyTools['open'], plan: Plan): Promise<string> {
  const opened = open(path);
  if (!opened.ok)
    throw new CopyRefusal(
      opened.error.code === 'not-a-file' ? 'backup/not-a-file' : 'backup/not-read',
    );
  const file = opened.value;
  try {
    if (file.sizeBytes > MAX_BACKUP_BYTES) throw new CopyRefusal('backup/too-large');
    const archive = await openArchive(throughWindow(file));
    await readCopy(archive, plan);
    return archive.manifest.createdAt;
  } finally {
    file.close();
  }
}
