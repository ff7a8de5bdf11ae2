import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { MAX_IMPORT_BYTES } from './read-import.ts';
import { type ExportedArticle, prepareArticle, titleOf } from './exported.ts';
import type { FileDialogs } from './files.ts';
import { suggestFileName } from './file-name.ts';
import { type ImportFileError, readImport } from './read-import.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { type NotRead, type NotWritten, writeFile } from './files.ts';
import { EXTENSIONS, writeMarks } from './write-marks.ts';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { ExportRequest, ExportScope } from '#shared/domain/exchange.ts';
import type { ImportReport, ImportedMarks, Written } from '#shared/domain/import-report.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { type Coded, type Result, fail, succeed } from '#shared/domain/result.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Library } from '../library/library.ts';
import type { PlaceFinder, TextToSearch } from '../placing/finder.ts';
import { createPace } from '../disk/turns.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import type { MarksStore, MarksWhole, StoreError } from '../store/marks-store.ts';

/** The plan no longer exists, because another file was chosen since. */
export interface PlanGone extends Coded {
  readonly code: 'exchange/plan-gone';
}

/** What an import changed, before and after, so that undo and redo can restore either state. */
export interface Imported {
  readonly changed: ImportedMarks[];
  readonly failure: StoreError | null;
}

/** Exports marks to files and imports them. */
export interface Exchange {
  /** Asks for a path and writes the marks there; the path is `null` when the reader cancels. */
  exportMarks(request: ExportRequest): Promise<Result<Written, NotWritten>>;
  /** Asks for a file and returns what importing it would do; `null` when the reader cancels at any time. */
  readImport(): Promise<Result<ImportReport | null, ImportFileError | NotRead>>;
  /** Stops reading a file: `readImport` answers `null`, and there is nothing to apply. */
  cancelImport(): void;
  /** Applies what `readImport` has shown, article by article. Returns what it changed, and why it stopped, if it did. */
  applyImport(token: string): Result<Imported, PlanGone>;
}

interface Parts {
  readonly library: Library;
  readonly store: MarksStore & MarksWhole;
  readonly finder: PlaceFinder;
  readonly fs: FileSystem;
  readonly dialogs: FileDialogs;
  readonly now: () => Date;
  /** Called when the reading of a file of marks begins and ends, which may take seconds. */
  readonly onReading: (isReading: boolean) => void;
  /** Called after the marks of an article have changed. */
  readonly onChange: (articleId: ArticleId) => void;
}

const READ_FAULTS = {
  'not-found': 'exchange/not-read',
  'not-readable': 'exchange/not-read',
  'not-a-file': 'exchange/not-a-file',
  'too-large': 'exchange/too-large',
} as const;

const textOf = ({ blocks, contentHash }: Article): TextToSearch => ({
  text: canonicalText(blocks),
  contentHash,
});

export function createExchange({
  library,
  store,
  finder,
  fs,
  dialogs,
  now,
  onReading,
  onChange,
}: Parts): Exchange {
  let planned: { readonly token: string; readonly plan: ImportPlan } | null = null;
  let reading: { isCancelled: boolean } | null = null;

  const articleOf = (id: ArticleId): Article | null => {
    const found = library.get(id);
    return found.ok ? found.value : null;
  };

  function articlesOf(scope: ExportScope): readonly ArticleId[] {
    if (scope.kind === 'article') return [scope.articleId];
    return scope.kind === 'articles' ? scope.articleIds : store.articleIds();
  }

  async function collect(scope: ExportScope): Promise<readonly ExportedArticle[]> {
    const ids = articlesOf(scope);
    const wanted = scope.kind === 'selection' ? new Set(scope.ids) : null;
    const collected: ExportedArticle[] = [];
    const pace = createPace();
    for (const id of ids) {
      const { annotations } = store.read(id);
      const chosen = wanted ? annotations.filter((each) => wanted.has(each.id)) : annotations;
      const isEmpty = chosen.length === 0 && scope.kind !== 'article';
      if (isEmpty) continue;
      const article = articleOf(id);
      const found = article ? await finder.find(textOf(article), chosen) : [];
      collected.push(prepareArticle(id, article, chosen, found));
      await pace();
    }
    return collected;
  }

  async function plan(
    path: string,
    isCancelled: () => boolean,
  ): Promise<Result<ImportPlan | null, ImportFileError | NotRead>> {
    const bytes = await readRegularFile(path, MAX_IMPORT_BYTES);
    if (!bytes.ok) return fail({ code: READ_FAULTS[bytes.error.code] });
    if (isCancelled()) return succeed(null);
    const read = readImport(bytes.value);
    if (!read.ok) return read;
    return succeed(
      await planImport(read.value, {
        library,
        finder,
        findAnnotation: (articleId, id) => store.findAnnotation(articleId, id),
        now: now(),
        isCancelled,
        clock: () => performance.now(),
      }),
    );
  }

  /** Only one file is read at a time, so choosing another one stops the earlier reading. */
  async function planOf(path: string): ReturnType<typeof plan> {
    if (reading) reading.isCancelled = true;
    const own = { isCancelled: false };
    reading = own;
    onReading(true);
    try {
      return await plan(path, () => own.isCancelled);
    } finally {
      if (reading === own) {
        reading = null;
        onReading(false);
      }
    }
  }

  return {
    async exportMarks({ format, scope, onlyNotes, citations }) {
      const articles = await collect(scope);
      const [first] = articles;
      const name = articles.length === 1 && first ? titleOf(first) : translate('export.title');
      const extension = EXTENSIONS[format];
      const path = await dialogs.chooseTarget({
        title: translate('export.dialog'),
        suggestedName: suggestFileName(name, translate('app.name'), extension),
        kind: { name: translate(`export.format.${format}`), extensions: [extension] },
      });
      if (path === null) return succeed({ path: null, annotations: 0 });
      const options = { onlyNotes, citations, now: now(), newId: randomUUID };
      const written = writeFile(
        fs,
        path,
        Buffer.from(writeMarks(format, articles, options), 'utf8'),
      );
      const annotations = articles.reduce((sum, each) => sum + each.annotations.length, 0);
      return written.ok ? succeed({ path, annotations }) : written;
    },

    async readImport() {
      planned = null;
      const path = await dialogs.chooseSource({
        title: translate('exchange.importDialog'),
        kind: { name: translate('export.format.json-ld'), extensions: ['jsonld', 'json'] },
      });
      if (path === null) return succeed(null);
      const made = await planOf(path);
      if (!made.ok || made.value === null) return made.ok ? succeed(null) : made;
      planned = { token: randomUUID(), plan: made.value };
      return succeed({ ...made.value.report, token: planned.token, fileName: basename(path) });
    },

    cancelImport() {
      if (reading) reading.isCancelled = true;
    },

    applyImport(token) {
      if (planned?.token !== token) return fail({ code: 'exchange/plan-gone' });
      const { annotations } = planned.plan;
      const at = now().toISOString();
      const changed: ImportedMarks[] = [];
      for (const articleId of new Set(annotations.map((each) => each.articleId))) {
        const here = annotations.filter((each) => each.articleId === articleId);
        const before = here.flatMap(({ id }) => store.findAnnotation(articleId, id) ?? []);
        const saved = store.change(
          articleId,
          here.map((annotation) => ({ kind: 'put-annotation', articleId, at, annotation })),
        );
        if (!saved.ok) return succeed({ changed, failure: saved.error });
        changed.push({ articleId, before, after: here });
        onChange(articleId);
      }
      planned = null;
      return succeed({ changed, failure: null });
    },
  };
}
