import { useMemo } from 'react';
import type { ArticleId, ArticleSummary } from '#shared/domain/article.ts';
import { removeArticles } from '#renderer/undo/article-changes.ts';
import { attempt } from '#renderer/undo/attempt.ts';
import { useStableFunctions } from '#renderer/ui/use-stable-functions.ts';
import type { ListActions } from './list-actions.ts';
import { useRowActions } from './use-row-actions.ts';

interface Options {
  readonly onDetails: (article: ArticleSummary) => void;
  readonly onSelect: (articleId: ArticleId, how: 'one' | 'to') => void;
  readonly isSelecting: () => boolean;
}

/** The actions for the items of the library's list. It is the same object until one of its values changes. */
export function useListActions(options: Options): ListActions {
  const { setSaved, setFinished, readOnly } = useRowActions();
  const { onDetails, onSelect, isSelecting } = useStableFunctions(options);
  return useMemo(
    () => ({
      setSaved,
      setFinished,
      readOnly,
      own: { onDetails, onRemove: remove },
      selection: { onSelect, isSelecting },
    }),
    [setSaved, setFinished, readOnly, onDetails, onSelect, isSelecting],
  );
}

const remove = ({ id }: ArticleSummary): void => void attempt(() => removeArticles([id]));
