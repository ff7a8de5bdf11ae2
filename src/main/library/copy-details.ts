import type { ArticleSummary } from '#shared/domain/article.ts';
import { createPace } from '../disk/turns.ts';
import { withoutLead } from './damage.ts';
import type { OwnFiles } from './own-files.ts';

/**
 * Writes the second copy of the details of every article that lacks one, such as articles of older versions. It works
 * in time slices; when the disk refuses, the rest is left to the next start.
 */
export async function copyDetails(
  files: OwnFiles,
  summaries: readonly ArticleSummary[],
  isStopped: () => boolean,
): Promise<void> {
  const pace = createPace();
  for (const summary of summaries) {
    await pace();
    if (isStopped()) return;
    try {
      if (files.hasFolder(summary.id) && !files.hasDetails(summary.id))
        files.writeDetails(withoutLead(summary));
    } catch {
      return;
    }
  }
}
