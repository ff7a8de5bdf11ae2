import { randomUUID } from 'node:crypto';
import type { Article, ArticleId } from '#shared/domain/article.ts';
import type { ExportRequest, ExportScope } from '#shared/domain/exchange.ts';
import type { Written } from '#shared/domain/import-report.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import { canonicalText } from '#shared/domain/text.ts';
import { translate } from '#shared/i18n/translate.ts';
import { createPace } from '../disk/turns.ts';
import type { TextToSearch } from '../anchoring/finder.ts';
import type { ExchangeParts } from './exchange-parts.ts';
import { type ExportedArticle, prepareArticle, titleOf } from './exported.ts';
import { suggestFileName } from './file-name.ts';
import { type NotWritten, writeFile } from './files.ts';
import { EXTENSIONS, writeMarks } from './write-marks.ts';

/** Asks for a path and writes the marks there; the path is `null` when the reader cancels. */
export async function exportMarks(
  parts: ExchangeParts,
  { format, scope, onlyNotes, citations, text }: ExportRequest,
): Promise<Result<Written, NotWritten>> {
  const articles = await collect(parts, scope);
  const [first] = articles;
  const name = articles.length === 1 && first ? titleOf(first) : translate('export.title');
  const extension = EXTENSIONS[format];
  const path = await parts.dialogs.chooseTarget({
    title: translate('export.dialog'),
    suggestedName: suggestFileName(name, translate('app.name'), extension),
    kind: { name: translate(`export.format.${format}`), extensions: [extension] },
  });
  if (path === null) return succeed({ path: null, annotations: 0 });
  const options = { onlyNotes, citations, text, now: parts.now(), newId: randomUUID };
  const file = Buffer.from(writeMarks(format, articles, options), 'utf8');
  const written = writeFile(parts.fs, path, file);
  const annotations = articles.reduce((sum, each) => sum + each.annotations.length, 0);
  return written.ok ? succeed({ path, annotations }) : written;
}

async function collect(
  { library, store, finder }: ExchangeParts,
  scope: ExportScope,
): Promise<readonly ExportedArticle[]> {
  const wanted = scope.kind === 'selection' ? new Set(scope.ids) : null;
  const collected: ExportedArticle[] = [];
  const pace = createPace();
  for (const id of articlesOf(scope, () => store.articleIds())) {
    const { annotations } = store.read(id);
    const chosen = wanted ? annotations.filter((each) => wanted.has(each.id)) : annotations;
    const isEmpty = chosen.length === 0 && scope.kind !== 'article';
    if (isEmpty) continue;
    const read = library.get(id);
    const article = read.ok ? read.value : null;
    const found = article ? await finder.find(textOf(article), chosen) : [];
    collected.push(prepareArticle(id, article, chosen, found));
    await pace();
  }
  return collected;
}

function articlesOf(scope: ExportScope, all: () => readonly ArticleId[]): readonly ArticleId[] {
  if (scope.kind === 'article') return [scope.articleId];
  return scope.kind === 'articles' ? scope.articleIds : all();
}

const textOf = ({ blocks, contentHash }: Article): TextToSearch => ({
  text: canonicalText(blocks),
  contentHash,
});
