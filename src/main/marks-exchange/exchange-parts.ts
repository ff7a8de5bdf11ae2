import type { ArticleId } from '#shared/domain/article.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { Library } from '../library/library.ts';
import type { AnchorFinder } from '../anchoring/finder.ts';
import type { MarksStore, MarksWhole } from '../store/marks-store.ts';
import type { FileDialogs } from './files.ts';

/** What the export and the import of marks work with. */
export interface ExchangeParts {
  readonly library: Library;
  readonly store: MarksStore & MarksWhole;
  readonly finder: AnchorFinder;
  readonly fs: FileSystem;
  readonly dialogs: FileDialogs;
  readonly now: () => Date;
  /** Called when the reading of a file of marks begins and ends, which may take seconds. */
  readonly onReading: (isReading: boolean) => void;
  /** Called after the marks of an article have changed. */
  readonly onChange: (articleId: ArticleId) => void;
}
