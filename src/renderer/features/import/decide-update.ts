import { call } from '#renderer/bridge/bridge.ts';
import { recordArticles } from '#renderer/undo/article-changes.ts';
import type { UpdateChoice } from '#shared/domain/import.ts';

/**
 * Applies the choice for another version of an article, as one step of undo, which offers the choice again.
 * @throws BridgeError when it was not saved
 */
export async function decideUpdate(index: number, choice: UpdateChoice): Promise<void> {
  const { decision, articleId, title } = await call('import/decide', { index, choice });
  const put = (present: boolean) => () => call('import/put-decision', { decision, present });
  const part = { articleId, title, undo: put(false), redo: put(true) };
  recordArticles([part], {
    label: choice === 'replace' ? 'undo.updateArticle' : 'undo.keepBoth',
  });
}
