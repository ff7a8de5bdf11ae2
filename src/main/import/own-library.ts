import type { Article, ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import type { ImportJobState } from '#shared/domain/import-progress.ts';
import { MAX_CHANGED_ARTICLES } from '#shared/domain/limits.ts';
import type { OwnArticles } from '../library/own-articles.ts';
import { createOriginals } from '../library/originals.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { Converter } from './import-file.ts';
import { type ImportService, createImportService } from './import-service.ts';
import { type Reconverter, createReconverter } from './reconverter.ts';
import { type Remaker, createRemaker } from './remaker.ts';

/** The calls through which the search learns of own articles. */
interface SearchPart {
  add(...articles: readonly Article[]): void;
  remove(...ids: readonly ArticleId[]): void;
}

interface Parts {
  readonly own: OwnArticles;
  readonly fs: FileSystem;
  readonly dataFolder: string;
  readonly converter: Converter;
  readonly search: SearchPart;
  readonly bundled: readonly ArticleSummary[];
  readonly now: () => Date;
  /** Called at most twice a second while many articles arrive. */
  readonly onChanged: (ids: readonly ArticleId[]) => void;
  readonly onProgress: (state: ImportJobState) => void;
  /** Called when a damaged article was made again, because its marks may have other anchors. */
  readonly onRemade: (id: ArticleId) => void;
  readonly onBug: (bug: unknown) => void;
}

/** The own articles, with everything that must follow when one is added, changed or removed. */
export interface OwnLibrary {
  readonly imports: ImportService;
  /** Makes damaged articles again. */
  readonly remaker: Remaker;
  /** Converts articles of older converters again, when the app is idle. */
  readonly reconverter: Reconverter;
  onArticle(article: Article): void;
  onRemoved(id: ArticleId): void;
  /** Called when only labels have changed, so the text is the same. */
  onLabelled(id: ArticleId): void;
  /**
   * Called for an article that the search could not read. It is read here too, so that a damaged one is made again, and
   * the reader told, before it is opened.
   */
  onUnreadable(id: ArticleId): void;
}

/** Least time between two reports that the library has changed, ms. */
const CHANGED_MS = 500;

/** Rest between two articles that are converted again in the background, ms. */
const BETWEEN_CONVERSIONS_MS = 500;

export function createOwnLibrary(parts: Parts): OwnLibrary {
  const { own, fs, dataFolder, search } = parts;
  const originals = createOriginals(dataFolder, fs);
  const byHash = new Map(parts.bundled.map((summary) => [summary.contentHash, summary]));
  const announceChange = createAnnouncer(
    () => (imports.state().state === 'running' ? CHANGED_MS : 0),
    (ids) => {
      parts.onChanged(ids);
      imports.recount();
    },
  );

  function onArticle(article: Article): void {
    search.add(article);
    announceChange(article.id);
  }

  const imports = createImportService({
    own,
    originals,
    converter: parts.converter,
    findBundled: (contentHash) => byHash.get(contentHash),
    now: parts.now,
    fs,
    dataFolder,
    onArticle,
    onProgress: parts.onProgress,
    onBug: parts.onBug,
  });

  const remaker = createRemaker({
    own,
    originals,
    converter: parts.converter,
    onRemade(article) {
      onArticle(article);
      parts.onRemade(article.id);
    },
    onLeft: announceChange,
    onBug: parts.onBug,
  });

  const reconverter = createReconverter({
    own,
    originals,
    converter: parts.converter,
    isBusy: () => imports.state().state === 'running',
    onConverted: announceChange,
    pause: () => new Promise((resolve) => setTimeout(resolve, BETWEEN_CONVERSIONS_MS).unref()),
    onBug: parts.onBug,
  });

  return {
    imports,
    remaker,
    reconverter,
    onArticle,
    onLabelled: announceChange,
    onUnreadable(id) {
      // Reading asks for a damaged article to be made again, see `onDamaged` of the own articles.
      if (!own.read(id).ok) announceChange(id);
    },
    onRemoved(id) {
      search.remove(id);
      announceChange(id);
    },
  };
}

/**
 * Collects changed articles and reports them together. When there are too many, it reports an empty list, which stands for
 * all articles.
 *
 * @param delayMs returns how long the first of them waits, in ms
 */
function createAnnouncer(
  delayMs: () => number,
  onChanged: (ids: readonly ArticleId[]) => void,
): (id: ArticleId) => void {
  const changed = new Set<ArticleId>();
  let timer: NodeJS.Timeout | null = null;

  function report(): void {
    timer = null;
    const ids = changed.size > MAX_CHANGED_ARTICLES ? [] : [...changed];
    changed.clear();
    onChanged(ids);
  }

  return (id) => {
    changed.add(id);
    timer ??= setTimeout(report, delayMs());
  };
}
